import type { Dataset } from '../../src/dataset/dataset.ts';
import { type Census, type Resident, takeCensus } from '../../src/municipality/census.ts';
import { sentMobile } from '../../src/municipality/sent-mobile.ts';
import { transferredUnits } from '../../src/municipality/transferred-units.ts';

const parentOf = (dataset: Dataset, census: Census, uuid: string): string | null => {
  const above = transferredParent(dataset, uuid);
  return above !== null && !census.units.has(above) ? parentOf(dataset, census, above) : above;
};

const transferredParent = (dataset: Dataset, uuid: string): string | null => {
  const row = dataset.org_units.find((unit) => unit.uuid === uuid);
  const parent = row?.validities?.at(-1)?.parent ?? row?.parent;
  return typeof parent === 'string' ? parent : null;
};

const userPicture = ({ engagements, accounts, addresses, ...resident }: Resident, census: Census): string =>
  JSON.stringify([
    engagements
      .filter(({ org_unit }) => census.units.has(org_unit ?? ''))
      .map(({ uuid, org_unit, job_function }) => [uuid, org_unit, job_function]),
    accounts.map(({ itsystem, user_key }) => [itsystem, user_key]),
    sentMobile({ engagements, accounts, addresses, ...resident })?.value,
  ]);

/** A coarse picture of what FK Organisation should hold: one text per object, good enough to see what a patch touches. */
export const fkPicture = (dataset: Dataset): { units: Map<string, string>; users: Map<string, string> } => {
  const census = takeCensus(dataset);
  const units = [...transferredUnits(dataset, census.today).values()].map(
    (unit) => [unit.uuid, JSON.stringify([unit.name, parentOf(dataset, census, unit.uuid)])] as const,
  );
  const users = [...census.residents.values()].flatMap((resident) =>
    Array.from({ length: resident.fkUsers }, (_, at) => [`${resident.person.uuid}/${at}`, userPicture(resident, census)] as const),
  );
  return { units: new Map(units), users: new Map(users) };
};
