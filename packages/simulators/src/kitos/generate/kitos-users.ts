import { personName } from '../../municipality/person-names.ts';
import type { Random } from '../../municipality/random.ts';
import type { KitosDataset } from '../dataset/kitos-dataset.ts';

type User = KitosDataset['users'][number];

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa', ö: 'oe', ş: 's', é: 'e', ó: 'o', ð: 'd', â: 'a', ë: 'e' };

const mailbox = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z]/g, (letter) => LETTERS[letter] ?? '.')
    .replaceAll(/\.+/g, '.')
    .replaceAll(/^\.|\.$/g, '');

/**
 * Invented users of the organisation, each with an e-mail of their own. One in 50 writes it in capitals, one in 40 has another's full name, one
 * in 100 is missing in the user list though roles are held, one in 200 has been anonymised.
 */
export const kitosUsers = (count: number, organisation: string, random: Random): User[] => {
  const users: User[] = [];
  for (let at = 0; at < count; at += 1) {
    const { given_name, surname } = personName(random);
    const namesake = random.chance(1 / 40) ? users[random.int(0, Math.max(at - 1, 0))] : undefined;
    const firstName = namesake?.firstName ?? given_name;
    const lastName = namesake?.lastName ?? surname;
    const plain = `${mailbox(firstName).slice(0, 30)}.${mailbox(lastName).slice(0, 30)}.${at + 1}@aeblevig.example`;
    const email = random.chance(1 / 50) ? plain.toUpperCase() : plain;
    const user = { uuid: random.uuid(), firstName, lastName, email, phoneNumber: null, apiAccess: false, organisations: [organisation] };
    if (random.chance(1 / 200))
      users.push({ ...user, firstName: 'Slettet bruger', lastName: null, email: `${user.uuid}_deleted_user@kitos.dk`, organisations: [] });
    else users.push(random.chance(1 / 100) ? { ...user, organisations: [] } : user);
  }
  return users;
};
