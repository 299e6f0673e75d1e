import { groupBy } from '@os2bridge/model';
import { changeFrom } from '../change-row.ts';
import { endRows } from '../end-rows.ts';
import { touches } from '../expected-touches.ts';
import type { EngagementRow } from '../row-types.ts';
import { stretchFrom } from '../stretches.ts';
import { type ChangeMaker, type DayContext, takeUnit } from './day-context.ts';

const MOST_PEOPLE = 40;

/** Unit → engagements there, now or later. */
const engagementsByUnit = ({ dataset, census }: DayContext): Map<string, EngagementRow[]> =>
  groupBy(dataset.engagements, (row) => stretchFrom(row, census.today)?.org_unit ?? null);

/** A unit closes today; its people go on in the parent unit. The unit is deleted, each of its people is sent once. */
export const endUnit: ChangeMaker = (day) => {
  const { dataset, census, used } = day;
  const engagedIn = engagementsByUnit(day);
  const peopleIn = (unit: string): string[] => [...new Set(engagedIn.get(unit)?.flatMap(({ person }) => person ?? []))];
  const movable = (person: string): boolean => !used.has(person) && census.residents.get(person)?.fkUsers === 1;
  const isLeaf = (uuid: string): boolean => (census.children.get(uuid)?.length ?? 0) === 0;
  const unit = takeUnit(day, ({ uuid, parent }) => {
    if (!isLeaf(uuid) || !census.units.has(parent ?? '')) return false;
    const people = peopleIn(uuid);
    return people.length > 0 && people.length <= MOST_PEOPLE && people.every(movable);
  });
  const row = dataset.org_units.find(({ uuid }) => uuid === unit?.uuid);
  if (unit === null || row === undefined) return null;
  const people = peopleIn(unit.uuid);
  for (const person of people) used.add(person);
  const of = <Row extends { readonly org_unit?: string | null | undefined }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ org_unit }) => org_unit === unit.uuid);
  const [accounts, addresses, managers, kles] = [
    endRows(of(dataset.itusers), census.today),
    endRows(of(dataset.addresses), census.today),
    endRows(of(dataset.managers), census.today),
    endRows(of(dataset.kles), census.today),
  ];
  return {
    title: `Ended unit: ${unit.name ?? unit.uuid} closes, its ${people.length} people go on in the unit above`,
    patch: {
      upsert: {
        org_units: endRows([row], census.today).ended,
        engagements: (engagedIn.get(unit.uuid) ?? []).map((engagement) => changeFrom(engagement, census.today, { org_unit: unit.parent })),
        itusers: accounts.ended,
        addresses: addresses.ended,
        managers: managers.ended,
        kles: kles.ended,
      },
      remove: { itusers: accounts.gone, addresses: addresses.gone, managers: managers.gone, kles: kles.gone },
    },
    expected: touches({ users: people.length, deletedOrgunits: 1 }),
  };
};
