import { cprNumber, phoneNumber } from '../invented-number.ts';
import { touches } from '../expected-touches.ts';
import { classUuid, jobFunctionUuid } from '../municipality-classes.ts';
import { IT_SYSTEMS } from '../municipality-it-systems.ts';
import { accountName } from '../person-accounts.ts';
import { emailAddress } from '../person-addresses.ts';
import { personName } from '../person-names.ts';
import { type ChangeMaker, takeUnit } from './day-context.ts';

/** Somebody new begins today, with an AD account, an e-mail and a phone: one new user. */
export const hire: ChangeMaker = (day) => {
  const { census, random } = day;
  const unit = takeUnit(day, () => true);
  if (unit === null) return null;
  const person = random.uuid();
  const name = personName(random);
  const serial = day.dataset.persons.length;
  const from = census.today;
  const address = (key: 'EmailEmployee' | 'MobileEmployee', value: string) => ({
    uuid: random.uuid(),
    from,
    address_type: classUuid('employee_address_type', key),
    value,
    visibility: classUuid('visibility', 'Ekstern'),
    person,
  });
  const engagement = {
    uuid: random.uuid(),
    user_key: String(100_000 + serial * 2),
    from,
    person,
    org_unit: unit.uuid,
    job_function: jobFunctionUuid('Konsulent'),
    engagement_type: classUuid('engagement_type', 'ansat'),
    primary: classUuid('primary_type', 'primary'),
  };
  return {
    title: `Hire: somebody new begins in ${unit.name ?? unit.uuid}`,
    patch: {
      upsert: {
        persons: [{ uuid: person, user_key: `P${serial}`, ...name, cpr_number: cprNumber(random, serial) }],
        engagements: [engagement],
        itusers: [
          { uuid: random.uuid(), from, itsystem: IT_SYSTEMS.ad, user_key: accountName(name, serial), external_id: random.uuid(), person },
        ],
        addresses: [address('EmailEmployee', emailAddress(name, serial)), address('MobileEmployee', phoneNumber(random))],
      },
      remove: {},
    },
    expected: touches({ users: 1 }),
  };
};
