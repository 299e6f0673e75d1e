/** A change that the real Kitos would refuse, or that is about something it does not have. */
export class KitosRefusal extends Error {
  override readonly name = 'KitosRefusal';
}

/** The row with this uuid; throws KitosRefusal when there is none. */
export const rowOf = <Row>(rows: ReadonlyMap<string, Row>, uuid: string, what: string): Row => {
  const row = rows.get(uuid.toLowerCase());
  if (row === undefined) throw new KitosRefusal(`There is no ${what} ${uuid}.`);
  return row;
};

/** The one that is meant when none is named: the first. */
export const homeOrganisation = (organisations: ReadonlyMap<string, unknown>): string => organisations.keys().next().value ?? '';
