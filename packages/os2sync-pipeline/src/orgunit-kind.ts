import {
  canonicalPayload,
  decideOrgUnit,
  lookupFields,
  mergeOrgUnit,
  ownedFieldsOf,
  type MappingContext,
  type OrgUnitFacts,
  systemsNamed,
  type UnitNode,
} from '@os2bridge/mapping';
import {
  chunks,
  groupBy,
  type FkOrgUnit,
  type MoAddress,
  type MoEngagement,
  type MoItAccount,
  type MoKle,
  type MoManager,
  type OrgUnitDraft,
  type Uuid,
} from '@os2bridge/model';
import type { Os2syncClient } from '@os2bridge/os2sync';
import type { Decided, Kind } from '@os2bridge/reconcile';
import { claimsOf, settleClaims } from './claims.ts';
import { readAround, type SurroundingsDeps, type WholeMunicipality } from './surroundings.ts';

export interface OrgUnitKindDeps extends SurroundingsDeps {
  readonly client: Os2syncClient;
  /** The whole municipality of the sweep this kind belongs to, read once and shared with the employees' sweep. */
  readonly whole: (signal?: AbortSignal) => Promise<WholeMunicipality>;
  readonly pageSize: number;
}

/** Org units: OS2MO's units to OS2sync's org units. */
export const createOrgUnitKind = (deps: OrgUnitKindDeps): Kind<OrgUnitDraft, FkOrgUnit> => {
  const { reader, rules, client } = deps;

  const decidePage = async (nodes: readonly UnitNode[], context: MappingContext): Promise<Decided<OrgUnitDraft>[]> => {
    // What hangs on a unit is only read when it is transferred; the verdict needs the tree alone.
    const transferred = nodes.filter((node) => context.tree.judge(node.unit.uuid).transferred === true).map((node) => node.unit.uuid);
    const details = await readDetails(deps, transferred);
    return nodes.map((node) => ({ mo: node.unit.uuid, gone: false, decisions: [decideOrgUnit(factsOf(node, details), context)] }));
  };

  const decideFresh = async (mo: readonly Uuid[]): Promise<Map<Uuid, Decided<OrgUnitDraft>>> => {
    const details = await readDetails(deps, mo);
    const { context, nodes } = await readAround(deps, mo, classesOf(details));
    return new Map(
      mo.map((uuid) => {
        const node = nodes.get(uuid);
        return [
          uuid,
          node
            ? { mo: uuid, gone: false, decisions: [decideOrgUnit(factsOf(node, details), context)] }
            : { mo: uuid, gone: true, decisions: [] },
        ];
      }),
    );
  };

  /** Every unit that might claim one of these FK uuids: the unit of that MO uuid, and those with such an account. */
  const claimants = async (fks: readonly Uuid[]): Promise<readonly Uuid[]> => {
    if (rules.uuidSystems.length === 0) return [];
    const systems = systemsNamed(rules.uuidSystems, await reader.itSystems());
    const accounts = systems.length > 0 ? await reader.accountsByUserKey(fks, systems) : [];
    return accounts.flatMap((account) => (account.unit ? [account.unit] : []));
  };

  return {
    name: 'orgunit',
    sweep: async function* (signal) {
      const { context, units, nodes } = await deps.whole(signal);
      for (const page of chunks(units, deps.pageSize)) {
        signal?.throwIfAborted();
        yield await decidePage(
          page.flatMap((unit) => nodes.get(unit.uuid) ?? []),
          context,
        );
      }
    },
    decide: (mo) => settleClaims(mo, decideFresh, claimants),
    canonical: (payload, without) => canonicalPayload(payload, without),
    lookupFields: lookupFields(rules).orgunit,
    ownedAfter: (payload, before) => [...ownedFieldsOf(payload, new Set(before))].toSorted(),
    complete: async (payload, { keep, owned }) =>
      // OS2sync replaces whole objects, so what MO does not own is read first; a GET that fails stops the unit (sync-rules §1.2).
      mergeOrgUnit(payload, { rules, keep, ownedFields: new Set(owned), current: await client.getOrgUnit(payload.Uuid) }),
    send: (whole) => client.postOrgUnit(whole),
    remove: (fk) => client.deleteOrgUnit(fk),
    targetUuids: async (signal) =>
      (await client.hierarchy(signal ? { onlyUnits: true, signal } : { onlyUnits: true })).units.map((unit) => unit.uuid),
    protectedUuids: async () => {
      const { context } = await readAround(deps, [rules.topUnit], []);
      const own = context.tree.fkUuid(rules.topUnit);
      return new Set(own.ok ? [rules.topUnit, own.uuid] : [rules.topUnit]);
    },
    claimed: (fks) => claimsOf(fks, decideFresh, claimants),
  };
};

interface Details {
  readonly addresses: ReadonlyMap<Uuid, MoAddress[]>;
  readonly managers: ReadonlyMap<Uuid, MoManager[]>;
  readonly managerAccounts: ReadonlyMap<Uuid, MoItAccount[]>;
  readonly managerEngagements: ReadonlyMap<Uuid, MoEngagement[]>;
  readonly kles: ReadonlyMap<Uuid, MoKle[]>;
}

const readDetails = async ({ reader, rules }: OrgUnitKindDeps, units: readonly Uuid[]): Promise<Details> => {
  if (units.length === 0)
    return { addresses: new Map(), managers: new Map(), managerAccounts: new Map(), managerEngagements: new Map(), kles: new Map() };
  const [addresses, managers, kles] = await Promise.all([
    reader.unitAddresses(units),
    rules.syncManagers ? reader.managers(units) : [],
    rules.enableKle ? reader.kles(units) : [],
  ]);
  const persons = [...new Set(managers.flatMap((manager) => (manager.person ? [manager.person] : [])))];
  // A manager is named by FK uuid; which of several accounts counts depends on the engagements they are tied to.
  const named = persons.length > 0 && rules.uuidSystems.length > 0;
  const [accounts, engagements] = await Promise.all([
    named ? reader.personAccounts(persons) : [],
    named ? reader.engagements(persons) : [],
  ]);
  return {
    addresses: groupBy(addresses, (address) => address.unit),
    managers: groupBy(managers, (manager) => manager.unit),
    managerAccounts: groupBy(accounts, (account) => account.person),
    managerEngagements: groupBy(engagements, (engagement) => engagement.person),
    kles: groupBy(kles, (kle) => kle.unit),
  };
};

const factsOf = (node: UnitNode, details: Details): OrgUnitFacts => {
  const { uuid } = node.unit;
  const managers = details.managers.get(uuid) ?? [];
  return {
    unit: node.unit,
    accounts: node.accounts,
    addresses: details.addresses.get(uuid) ?? [],
    managers,
    managerAccounts: managers.flatMap((manager) => (manager.person ? (details.managerAccounts.get(manager.person) ?? []) : [])),
    managerEngagements: managers.flatMap(({ person }) =>
      person ? (details.managerEngagements.get(person) ?? []).map((engagement) => engagement.uuid) : [],
    ),
    kles: details.kles.get(uuid) ?? [],
  };
};

const classesOf = ({ addresses, kles }: Details): Uuid[] => [
  ...[...addresses.values()].flat().flatMap((address) => (address.visibility ? [address.type, address.visibility] : [address.type])),
  ...[...kles.values()].flat().flatMap((kle) => (kle.number ? [kle.number, ...kle.aspects] : kle.aspects)),
];
