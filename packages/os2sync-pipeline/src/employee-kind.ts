import {
  canonicalPayload,
  completeUser,
  decideEmployee,
  lookupFields,
  systemsNamed,
  type EmployeeFacts,
  type MappingContext,
} from '@os2bridge/mapping';
import { groupBy, type FkUser, type MoAddress, type MoEngagement, type MoItAccount, type MoPerson, type Uuid } from '@os2bridge/model';
import type { Os2syncClient } from '@os2bridge/os2sync';
import type { Decided, Kind } from '@os2bridge/reconcile';
import { claimsOf, settleClaims } from './claims.ts';
import { readAround, type SurroundingsDeps, type WholeMunicipality } from './surroundings.ts';

export interface EmployeeKindDeps extends SurroundingsDeps {
  readonly client: Os2syncClient;
  readonly whole: (signal?: AbortSignal) => Promise<WholeMunicipality>;
}

/** Employees: OS2MO's persons with their engagements to OS2sync's users. */
export const createEmployeeKind = (deps: EmployeeKindDeps): Kind<FkUser, FkUser> => {
  const { reader, rules, client } = deps;

  const decideAll = (persons: readonly MoPerson[], details: Details, context: MappingContext): Decided<FkUser>[] =>
    persons.map((person) => ({ mo: person.uuid, gone: false, decisions: decideEmployee(factsOf(person, details), context) }));

  const decideFresh = async (mo: readonly Uuid[]): Promise<Map<Uuid, Decided<FkUser>>> => {
    const persons = await reader.persons(mo);
    if (persons.length === 0) return new Map(mo.map((uuid) => [uuid, { mo: uuid, gone: true, decisions: [] }]));
    const details = await readDetails(deps, persons);
    const { context } = await readAround(deps, unitsOf(details), classesOf(details));
    const decided = new Map(decideAll(persons, details, context).map((one) => [one.mo, one]));
    return new Map(mo.map((uuid) => [uuid, decided.get(uuid) ?? { mo: uuid, gone: true, decisions: [] }]));
  };

  /** Every person that might claim one of these FK uuids beside its owner: the one with that MO uuid, and those with such an account. */
  const claimants = async (fks: readonly Uuid[]): Promise<readonly Uuid[]> => {
    if (rules.uuidSystems.length === 0) return [];
    const systems = systemsNamed(rules.uuidSystems, await reader.itSystems());
    const accounts = systems.length > 0 ? await reader.accountsByUserKey(fks, systems) : [];
    return accounts.flatMap((account) => (account.person ? [account.person] : []));
  };

  return {
    name: 'user',
    sweep: async function* (signal) {
      const { context } = await deps.whole(signal);
      for await (const persons of reader.personPages(signal)) {
        signal?.throwIfAborted();
        yield decideAll(persons, await readDetails(deps, persons), context);
      }
    },
    decide: (mo) => settleClaims(mo, decideFresh, claimants),
    canonical: (payload, without) => canonicalPayload(payload, without),
    lookupFields: lookupFields(rules).user,
    ownedAfter: () => [],
    complete: async (payload, { keep }) =>
      keep.length === 0 ? payload : completeUser(payload, { keep, current: await client.getUser(payload.Uuid) }),
    send: (whole) => client.postUser(whole),
    remove: (fk) => client.deleteUser(fk),
    targetUuids: async (signal) => (await client.hierarchy(signal ? { signal } : {})).users.map((user) => user.uuid),
    protectedUuids: async () => new Set<Uuid>(),
    claimed: (fks) => claimsOf(fks, decideFresh, claimants),
  };
};

interface Details {
  readonly engagements: ReadonlyMap<Uuid, MoEngagement[]>;
  readonly accounts: ReadonlyMap<Uuid, MoItAccount[]>;
  readonly addresses: ReadonlyMap<Uuid, MoAddress[]>;
  readonly unitAddresses: ReadonlyMap<Uuid, MoAddress[]>;
}

const readDetails = async ({ reader, rules }: EmployeeKindDeps, persons: readonly MoPerson[]): Promise<Details> => {
  const uuids = persons.map((person) => person.uuid);
  if (uuids.length === 0) return { engagements: new Map(), accounts: new Map(), addresses: new Map(), unitAddresses: new Map() };
  const [engagements, accounts, addresses] = await Promise.all([
    reader.engagements(uuids),
    reader.personAccounts(uuids),
    reader.personAddresses(uuids),
  ]);
  const units =
    rules.engagementAddressTitles.length > 0
      ? [...new Set(engagements.flatMap((one) => one.stretches.map((stretch) => stretch.unit)))]
      : [];
  return {
    engagements: groupBy(engagements, (engagement) => engagement.person),
    accounts: groupBy(accounts, (account) => account.person),
    addresses: groupBy(addresses, (address) => address.person),
    unitAddresses: groupBy(units.length > 0 ? await reader.unitAddresses(units) : [], (address) => address.unit),
  };
};

const factsOf = (person: MoPerson, details: Details): EmployeeFacts => {
  const engagements = details.engagements.get(person.uuid) ?? [];
  const units = new Set(engagements.flatMap((engagement) => engagement.stretches.map((stretch) => stretch.unit)));
  return {
    person,
    engagements,
    accounts: details.accounts.get(person.uuid) ?? [],
    addresses: details.addresses.get(person.uuid) ?? [],
    unitAddresses: [...units].flatMap((unit) => details.unitAddresses.get(unit) ?? []),
  };
};

const unitsOf = ({ engagements }: Details): Uuid[] => [
  ...new Set([...engagements.values()].flat().flatMap((engagement) => engagement.stretches.map((stretch) => stretch.unit))),
];

const classesOf = ({ engagements, addresses, unitAddresses }: Details): Uuid[] => [
  ...[...engagements.values()]
    .flat()
    .flatMap(({ stretches }) => stretches.flatMap(({ jobFunction, primary }) => (primary ? [jobFunction, primary] : [jobFunction]))),
  ...[...addresses.values(), ...unitAddresses.values()]
    .flat()
    .flatMap(({ type, visibility }) => (visibility ? [type, visibility] : [type])),
];
