import {
  isUuid,
  ORG_UNIT_LIST_FIELDS,
  ORG_UNIT_TEXT_FIELDS,
  type Decision,
  type FkUser,
  type MoUnit,
  type OrgUnitDraft,
} from '@os2bridge/model';
import { describe, expect, it } from 'vitest';
import { canonicalPayload, resolveClaims } from '../src/index.ts';
import {
  account,
  AD,
  ADA,
  address,
  decidePerson,
  decideUnit,
  engagement,
  engagementId,
  FK_ORG,
  FK_ORG_TABLE,
  fkId,
  klass,
  kle,
  manager,
  person,
  personId,
  SECRET,
  unit,
  unitId,
} from './municipality.ts';

/** A repeatable stream of numbers in [0, 1): a failing world is found again by its seed (Numerical Recipes' linear congruential generator). */
const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const PIECES = ['', ' ', 'Å', 'ægte navn ', '🌳', '\ud83c', '\u0007', '\n', '<b>', '{{ name }}', 'x'.repeat(120), 'Ø'.repeat(300), '👩‍🏫'];
const SCOPES = ['EMAIL', 'PHONE', 'DAR', 'EAN', 'TEXT', 'WWW', 'PNUMBER', null];
const TYPES = SCOPES.map((scope, n) =>
  klass(n + 1, { scope, userKey: ['Contact', 'Location', 'ContactOpenHours'][n % 3] ?? '', ended: n % 4 === 0 }),
);
const KLE = klass(20);

const worldOf = (seed: number) => {
  const random = randomOf(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const text = (): string => Array.from({ length: below(4) }, () => PIECES[below(PIECES.length)]).join('');
  const job = klass(30, { name: text() || 'Kok' });
  const units: MoUnit[] = [
    unit(0, null, { name: text() || 'Top' }),
    ...Array.from({ length: 6 }, (_, n) => unit(n + 1, below(8), { name: text() })),
  ];
  const value = (): string => [fkId(below(3)), fkId(below(3)).toUpperCase(), text()][below(3)] ?? '';
  const addresses = (from: number) =>
    Array.from({ length: 5 }, (_, n) =>
      address(from + n, TYPES[below(TYPES.length)] ?? KLE, below(4) ? text() : null, {
        visibility: below(4) ? null : SECRET.uuid,
        unit: unitId(below(7)),
      }),
    );
  const accounts = Array.from({ length: below(4) }, (_, n) =>
    account(n, below(2) ? FK_ORG : AD, value(), { person: ADA, engagements: below(2) ? [engagementId(below(4))] : [] }),
  );
  const unitAccounts = Array.from({ length: below(3) }, (_, n) =>
    account(10 + n, FK_ORG, below(4) ? fkId(10 + n) : 'oops', { unit: unitId(below(7)) }),
  );
  const world = {
    classes: [...TYPES, KLE, job],
    units,
    unitAccounts,
    rules: {
      uuidSystems: ['FK Organisation'],
      addressRules: FK_ORG_TABLE,
      syncManagers: true,
      truncateLength: 36 + below(200),
      engagementAddressTitles: ['Class 3'],
      landlineClasses: [TYPES[1]?.uuid ?? KLE.uuid],
      groupByEngagement: below(2) === 0,
      requireUserKey: below(4) === 0,
    },
  };
  const engagements = Array.from({ length: below(5) }, (_, n) =>
    engagement(n, { unit: unitId(below(7)), jobFunction: job.uuid, extension1: text() }),
  );
  const ada = {
    person: person({ name: text(), cpr: below(2) ? '9912340001' : text() }),
    engagements,
    accounts,
    addresses: addresses(1),
    unitAddresses: addresses(20),
  };
  const things = {
    addresses: addresses(40),
    managers: [manager(1, 1, personId(1))],
    managerAccounts: accounts,
    kles: [kle(1, below(3) ? KLE : null)],
  };
  return { world, ada, decisions: () => [...units.map((own) => decideUnit(world, { ...things, unit: own })), ...decidePerson(world, ada)] };
};

const presentable = (text: string | null | undefined, limit: number): boolean =>
  text === null ||
  text === undefined ||
  (text === text.trim() && text !== '' && text.isWellFormed() && !/[\u0000-\u0008]/.test(text) && [...text].length <= limit);

/** What FK or a person could not take of a user or unit; empty = all is well. */
const faultsOf = (payload: FkUser | OrgUnitDraft, limit: number): readonly string[] => {
  const faults: string[] = isUuid(payload.Uuid) ? [] : ['Uuid'];
  if ('Person' in payload) {
    const { Person, Positions } = payload;
    if (Positions.length === 0 || !Positions.every(({ Name, OrgUnitUuid }) => Name && isUuid(OrgUnitUuid) && presentable(Name, limit)))
      faults.push('Positions');
    if (!Person.Name || !presentable(Person.Name, Math.min(100, limit))) faults.push('Person.Name');
    if (Person.Cpr !== null && Person.Cpr !== '9912340001') faults.push('Person.Cpr');
    return [
      ...faults,
      ...(['UserId', 'Email', 'PhoneNumber', 'Landline', 'Location'] as const).filter((field) => !presentable(payload[field], limit)),
    ];
  }
  faults.push(...(['Name', ...ORG_UNIT_TEXT_FIELDS] as const).filter((field) => !presentable(payload[field], limit)));
  return [...faults, ...ORG_UNIT_LIST_FIELDS.filter((field) => !(payload[field] ?? []).every(isUuid))];
};

/** Verdict, FK uuid and content of every decision, for comparing. */
const contents = (decisions: readonly Decision<FkUser>[]): readonly string[] =>
  decisions.map(
    (decision) => `${decision.verdict} ${decision.fk ?? ''} ${decision.verdict === 'upsert' ? canonicalPayload(decision.payload) : ''}`,
  );

const SEEDS = Array.from({ length: 150 }, (_, seed) => seed);

describe('whatever MO holds', () => {
  it.each(SEEDS)('every decision is made, tells why, and sends only what FK can take (seed %i)', (seed) => {
    const { world, decisions } = worldOf(seed);
    const limit = Math.min(200, world.rules.truncateLength);
    const made = decisions();
    expect(made.length).toBeGreaterThan(7);
    expect(made.filter((decision) => decision.reasons.length !== 1 || (decision.verdict === 'error' && !decision.message))).toEqual([]);
    expect(made.flatMap((decision) => (decision.verdict === 'upsert' ? faultsOf(decision.payload, limit) : []))).toEqual([]);
  });

  it.each(SEEDS)('the order in which MO gives things changes nothing (seed %i)', (seed) => {
    const { world, ada } = worldOf(seed);
    const turned = decidePerson(world, {
      ...ada,
      engagements: ada.engagements.toReversed(),
      accounts: ada.accounts.toReversed(),
      addresses: ada.addresses.toReversed(),
      unitAddresses: ada.unitAddresses.toReversed(),
    });
    expect(contents(turned)).toEqual(contents(decidePerson(world, ada)));
  });

  it.each(SEEDS)('no FK uuid is sent twice for one person (seed %i)', (seed) => {
    const { world, ada } = worldOf(seed);
    const sent = resolveClaims(decidePerson(world, ada)).flatMap((decision) => (decision.verdict === 'upsert' ? [decision.fk] : []));
    expect(new Set(sent).size).toBe(sent.length);
  });
});
