import type { Employment } from './employment.ts';
import { IT_SYSTEMS } from './municipality-it-systems.ts';
import type { PersonName } from './person-names.ts';
import type { Random } from './random.ts';
import type { AccountRow, EngagementRow } from './row-types.ts';

const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };

/** Lower-case ASCII letters of a name, for user names and e-mail addresses. */
export const asciiLetters = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[æøå]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');

/** The name of a person's account: three letters and a number that nobody else has. */
export const accountName = ({ given_name, surname }: PersonName, serial: number): string =>
  `${(asciiLetters(given_name).slice(0, 2) + asciiLetters(surname)).slice(0, 3)}${String(serial).padStart(5, '0')}`;

interface Owner {
  readonly uuid: string;
  readonly name: PersonName;
  readonly serial: number;
  readonly employment: Employment;
  readonly engagements: readonly EngagementRow[];
}

const SINCE = '2020-02-01';

/** The it accounts of a person. Nine in ten employees have an AD account, three in ten an FK uuid; who has left has ended ones. */
export const personAccounts = (owner: Owner, today: string, random: Random): AccountRow[] => {
  const { employment, serial } = owner;
  if (employment === 'none') return [];
  const ended = employment === 'ended' ? { to: today } : {};
  const account = (itsystem: string, user_key: string, more: Partial<AccountRow> = {}): AccountRow => ({
    uuid: random.uuid(),
    from: SINCE,
    ...ended,
    itsystem,
    user_key,
    person: owner.uuid,
    ...more,
  });
  const name = accountName(owner.name, serial);
  const omada = random.chance(0.2) ? [account(IT_SYSTEMS.omada, `OM${serial}`)] : [];
  if (employment === 'twins') {
    return owner.engagements.flatMap((engagement, at) => [
      account(IT_SYSTEMS.ad, at === 0 ? name : `${name}x`, { engagements: [engagement.uuid], external_id: random.uuid() }),
      account(IT_SYSTEMS.fk, random.uuid(), { engagements: [engagement.uuid] }),
    ]);
  }
  const ad = random.chance(0.9) ? [account(IT_SYSTEMS.ad, name, { external_id: random.uuid() })] : [];
  const fk = random.chance(0.3) ? [account(IT_SYSTEMS.fk, random.uuid())] : [];
  return [...ad, ...fk, ...omada];
};
