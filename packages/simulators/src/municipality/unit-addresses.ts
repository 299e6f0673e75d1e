import { eanNumber, phoneNumber, productionUnitNumber } from './invented-number.ts';
import { classUuid } from './municipality-classes.ts';
import type { Random } from './random.ts';
import type { AddressRow } from './row-types.ts';
import { streetAddress } from './street-address.ts';
import type { PlannedUnit } from './unit-plan.ts';

const SINCE = '2015-06-01';
type UnitAddressType = Parameters<typeof classUuid<'org_unit_address_type'>>[1];

/** How many units in a hundred have such an address; the top unit has every one. */
const SHARES: readonly (readonly [type: UnitAddressType, percent: number])[] = [
  ['EmailUnit', 60],
  ['PhoneUnit', 70],
  ['LandlineUnit', 15],
  ['EAN', 35],
  ['p-nummer', 35],
  ['AddressMailUnit', 60],
  ['Contact', 15],
  ['Location', 20],
  ['WebUnit', 25],
  ['ContactOpenHours', 25],
  ['PhoneOpenHours', 15],
  ['DtrId', 4],
  ['Afdelingskode', 5],
  ['MultifieldUnit', 3],
];

/** The address register: one in a hundred says "Ukendt", one in two hundred does not answer. */
const lookedUp = (random: Random): string | null => {
  if (random.chance(0.01)) return 'Ukendt';
  return random.chance(0.005) ? null : streetAddress(random);
};

const contentOf = (type: UnitAddressType, number: number, random: Random): Pick<AddressRow, 'value' | 'value2' | 'name'> => {
  switch (type) {
    case 'EmailUnit':
      return { value: `enhed${number}@aeblevig.example` };
    case 'PhoneUnit':
    case 'LandlineUnit':
      return { value: phoneNumber(random) };
    case 'EAN':
      return { value: eanNumber(random) };
    case 'p-nummer':
      return { value: productionUnitNumber(random) };
    case 'AddressMailUnit':
    case 'Contact':
    case 'Location':
      return { value: random.uuid(), name: lookedUp(random) };
    case 'WebUnit':
      return { value: `https://aeblevig.example/enhed/${number}` };
    case 'ContactOpenHours':
      return { value: random.pick(['Ma–fr 9–15', 'Ma-to 10-14, fr lukket', 'Hverdage kl. 8.30–15.30', 'Efter aftale']) };
    case 'PhoneOpenHours':
      return { value: random.pick(['9-12', 'Ma-to 8-15, fr 8-13', 'Døgnet rundt']) };
    case 'DtrId':
      return { value: `DTR${number}` };
    case 'Afdelingskode':
      return { value: String(4000 + number) };
    case 'MultifieldUnit':
      return { value: 'Linje 1: Ærlighed', value2: 'Linje 2: Øvelse' };
  }
};

const visibilityOf = (random: Random): string | null => {
  const kind = random.next();
  if (kind < 0.5) return null;
  if (kind < 0.9) return classUuid('visibility', 'Ekstern');
  return classUuid('visibility', kind < 0.97 ? 'Intern' : 'Hemmelig');
};

/** The addresses of one unit: at most one of each type, so that what is sent does not hang on the order of uuids. */
export const unitAddresses = (unit: PlannedUnit, number: number, random: Random): AddressRow[] =>
  SHARES.filter(([, percent]) => unit.depth === 0 || random.chance(percent / 100)).map(([type]) => ({
    uuid: random.uuid(),
    from: SINCE,
    address_type: classUuid('org_unit_address_type', type),
    ...contentOf(type, number, random),
    visibility: unit.depth === 0 ? null : visibilityOf(random),
    org_unit: unit.uuid,
  }));
