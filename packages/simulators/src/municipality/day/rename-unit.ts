import { changeFrom } from '../change-row.ts';
import { touches } from '../expected-touches.ts';
import { type ChangeMaker, takeUnit } from './day-context.ts';

/** A unit gets another name today: that one unit is sent; what lies below it and who works there is not. */
export const renameUnit: ChangeMaker = (day) => {
  const { census, dataset } = day;
  const unit =
    takeUnit(day, ({ uuid, from }) => (from ?? '') < census.today && (census.children.get(uuid)?.length ?? 0) > 0) ??
    takeUnit(day, () => true);
  const row = dataset.org_units.find(({ uuid }) => uuid === unit?.uuid);
  if (unit === null || row === undefined) return null;
  const name = `${unit.name ?? ''} & Udvikling`;
  return {
    title: `Rename: ${unit.name ?? unit.uuid} becomes ${name}`,
    patch: { upsert: { org_units: [changeFrom(row, census.today, { name })] }, remove: {} },
    expected: touches({ orgunits: 1 }),
  };
};
