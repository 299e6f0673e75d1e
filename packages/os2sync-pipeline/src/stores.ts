import type { FkOrgUnit, FkUser, KindName, OrgUnitDraft } from '@os2bridge/model';
import type { MoReader } from '@os2bridge/mo';
import type { Os2syncClient } from '@os2bridge/os2sync';
import { createLedger, createStore, type Ledger, type Store } from '@os2bridge/reconcile';
import type { Settings } from '@os2bridge/config';
import type { Templates } from '@os2bridge/mapping';
import type { Cluster, Redis } from 'ioredis';
import { createEmployeeKind } from './employee-kind.ts';
import { createOrgUnitKind } from './orgunit-kind.ts';
import { readWhole, type WholeMunicipality } from './surroundings.ts';

/** Both kinds with their ledgers. */
export interface Stores {
  readonly orgunit: Store<OrgUnitDraft, FkOrgUnit>;
  readonly user: Store<FkUser, FkUser>;
}

export interface StoresDeps {
  readonly settings: Settings;
  readonly reader: MoReader;
  readonly client: Os2syncClient;
  readonly redis: Redis | Cluster;
  readonly templates: Templates;
  readonly now: () => Date;
}

/**
 * Makes both kinds. They share one reading of the whole municipality, made at the first sweep: make new ones for every plan,
 * and keep a pair for the jobs, which read around their objects only and cache nothing.
 */
export const createStores = (deps: StoresDeps): Stores => {
  const { settings, reader, client, templates, now } = deps;
  const around = { reader, rules: settings.rules, templates, now };
  let whole: Promise<WholeMunicipality> | null = null;
  const readOnce = (signal?: AbortSignal): Promise<WholeMunicipality> => (whole ??= readWhole(around, signal));
  const options = { hashKey: settings.ledger.hashKey, compares: settings.ledger.name !== null };
  const kindDeps = { ...around, client, whole: readOnce, pageSize: settings.mo.pageSize };
  return {
    orgunit: createStore(createOrgUnitKind(kindDeps), ledgerOf(deps.redis, settings, 'orgunit'), options),
    user: createStore(createEmployeeKind(kindDeps), ledgerOf(deps.redis, settings, 'user'), options),
  };
};

/** The ledger of one kind. With the comparison switched off it still remembers what may be deleted. */
export const ledgerOf = (redis: Redis | Cluster, settings: Settings, kind: KindName): Ledger =>
  createLedger(redis, { prefix: settings.redis.prefix, cvr: settings.cvr, kind, name: settings.ledger.name ?? 'os2sync' });
