import { touches } from '../expected-touches.ts';
import { IT_SYSTEMS } from '../municipality-it-systems.ts';
import { type ChangeMaker, takeResident } from './day-context.ts';

/** Somebody without an AD account gets one: the user's UserId changes from the uuid to the account's name. */
export const newAccount: ChangeMaker = (day) => {
  const { census, random } = day;
  const resident = takeResident(
    day,
    ({ fkUsers, accounts }) => fkUsers === 1 && !accounts.some(({ itsystem }) => itsystem === IT_SYSTEMS.ad),
  );
  if (resident === null) return null;
  const account = {
    uuid: random.uuid(),
    from: census.today,
    itsystem: IT_SYSTEMS.ad,
    user_key: `ny${random.int(10_000, 99_999)}`,
    external_id: random.uuid(),
    person: resident.person.uuid,
  };
  return {
    title: 'New AD account: for an employee who had none',
    patch: { upsert: { itusers: [account] }, remove: {} },
    expected: touches({ users: 1 }),
  };
};
