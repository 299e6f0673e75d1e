import { phoneNumber } from './invented-number.ts';
import { classUuid } from './municipality-classes.ts';
import { asciiLetters } from './person-accounts.ts';
import type { PersonName } from './person-names.ts';
import type { Random } from './random.ts';
import type { AddressRow } from './row-types.ts';

const SINCE = '2020-02-01';
type EmployeeAddressType = Parameters<typeof classUuid<'employee_address_type'>>[1];

export const emailAddress = (name: PersonName, serial: number): string =>
  `${asciiLetters(name.given_name).slice(0, 12)}.${asciiLetters(name.surname).slice(0, 20)}${serial}@aeblevig.example`;

/** The addresses of a person: at most one of each type. One mobile number in ten is internal or secret and must stay so. */
export const personAddresses = (person: string, name: PersonName, serial: number, random: Random): AddressRow[] => {
  const address = (type: EmployeeAddressType, value: string, visibility: string | null): AddressRow => ({
    uuid: random.uuid(),
    from: SINCE,
    address_type: classUuid('employee_address_type', type),
    value,
    visibility,
    person,
  });
  const open = (): string | null => (random.chance(0.5) ? classUuid('visibility', 'Ekstern') : null);
  const secret = classUuid('visibility', 'Hemmelig');
  const mobileVisibility = (): string | null => {
    const kind = random.next();
    if (kind < 0.06) return secret;
    return kind < 0.1 ? classUuid('visibility', 'Intern') : open();
  };
  return [
    ...(random.chance(0.9) ? [address('EmailEmployee', emailAddress(name, serial), open())] : []),
    ...(random.chance(0.7) ? [address('MobileEmployee', phoneNumber(random), mobileVisibility())] : []),
    ...(random.chance(0.2) ? [address('LandlineEmployee', phoneNumber(random), open())] : []),
    ...(random.chance(0.05) ? [address('SecretPhoneEmployee', phoneNumber(random), secret)] : []),
    ...(random.chance(0.1) ? [address('LocationEmployee', `Lokale ${random.int(100, 499)}`, open())] : []),
  ];
};
