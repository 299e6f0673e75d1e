import { KitosRefusal } from './kitos-refusal.ts';

/** The row with this uuid; throws KitosRefusal when there is none. */
export const rowOf = <Row>(rows: ReadonlyMap<string, Row>, uuid: string, what: string): Row => {
  const row = rows.get(uuid.toLowerCase());
  if (row === undefined) throw new KitosRefusal(`There is no ${what} ${uuid}.`);
  return row;
};
