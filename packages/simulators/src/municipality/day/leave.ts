import { endRows } from '../end-rows.ts';
import { touches } from '../expected-touches.ts';
import { type ChangeMaker, takeResident } from './day-context.ts';

/** Somebody leaves: every engagement, account and address ends today, the person stays. One user is deleted. */
export const leave: ChangeMaker = (day) => {
  const { census, dataset } = day;
  const managers = new Set(census.managers.map(({ person }) => person));
  const leaver = takeResident(
    day,
    ({ person, engagements, fkUsers }) => fkUsers === 1 && engagements.length === 1 && !managers.has(person.uuid),
  );
  if (leaver === null) return null;
  const own = <Row extends { readonly person?: string | null | undefined }>(rows: readonly Row[]): Row[] =>
    rows.filter(({ person }) => person === leaver.person.uuid);
  const engagements = endRows(own(dataset.engagements), census.today);
  const accounts = endRows(own(dataset.itusers), census.today);
  const addresses = endRows(own(dataset.addresses), census.today);
  return {
    title: 'Leave: an employee leaves, every engagement and account ends today',
    patch: {
      upsert: { engagements: engagements.ended, itusers: accounts.ended, addresses: addresses.ended },
      remove: { engagements: engagements.gone, itusers: accounts.gone, addresses: addresses.gone },
    },
    expected: touches({ deletedUsers: 1 }),
  };
};
