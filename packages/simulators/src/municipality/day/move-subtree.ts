import { changeFrom } from '../change-row.ts';
import { touches } from '../expected-touches.ts';
import type { Census } from '../census.ts';
import type { UnitRow } from '../row-types.ts';
import { type ChangeMaker, takeUnit } from './day-context.ts';

const subtree = (census: Census, head: string): string[] => [
  head,
  ...(census.children.get(head) ?? []).flatMap(({ uuid }) => subtree(census, uuid)),
];

/** A unit moves to another parent and takes everything below it along: only the head of the subtree is sent. */
export const moveSubtree: ChangeMaker = (day) => {
  const { census, dataset, used } = day;
  const hasChildren = (uuid: string): boolean => (census.children.get(uuid)?.length ?? 0) > 0;
  const head = takeUnit(day, ({ uuid, parent }) => hasChildren(uuid) && parent !== census.topUnit && census.units.has(parent ?? ''));
  if (head === null) return null;
  const moving = new Set(subtree(census, head.uuid));
  const isFree = (uuid: string): boolean => census.children.get(uuid)?.some(({ name }) => name === head.name) !== true;
  const fits = ({ uuid }: UnitRow): boolean => !moving.has(uuid) && uuid !== head.parent && hasChildren(uuid) && isFree(uuid);
  // A section of a school rather moves to another school than to a road depot.
  const type = census.units.get(head.parent ?? '')?.unit_type;
  const target = takeUnit(day, (unit) => unit.unit_type === type && fits(unit)) ?? takeUnit(day, fits);
  const row = dataset.org_units.find(({ uuid }) => uuid === head.uuid);
  if (target === null || row === undefined) return null;
  for (const unit of moving) used.add(unit);
  return {
    title: `Move: ${head.name ?? head.uuid} and the ${moving.size - 1} below it move to ${target.name ?? target.uuid}`,
    patch: { upsert: { org_units: [changeFrom(row, census.today, { parent: target.uuid })] }, remove: {} },
    expected: touches({ orgunits: 1 }),
  };
};
