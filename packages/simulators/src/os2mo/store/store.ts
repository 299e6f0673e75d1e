import type { DarEntry, Dataset } from '../../dataset/dataset.ts';
import type { CollectionFields, CollectionName, NormalisedDataset } from '../../dataset/normalised.ts';
import { createMemo, type Memo } from './memo.ts';
import { relations } from './relations.ts';
import { rowFromDataset } from './segment.ts';
import { createTable, type Table } from './table.ts';

export type Tables = { readonly [Name in CollectionName]: Table<CollectionFields[Name]> };

export interface Organisation {
  readonly uuid: string;
  readonly user_key: string;
  readonly name: string;
  readonly municipality_code: number | null;
}

/** The address register's answers by id; null = it has the id but does not find it when asked. */
export type DarRegister = ReadonlyMap<string, DarEntry | null>;

/** Everything one simulated OS2MO knows. */
export interface Store extends Memo {
  readonly tables: Tables;
  readonly organisation: Organisation;
  readonly version: { readonly mo_version: string; readonly mo_hash: string };
  readonly dar: DarRegister;
}

/** A fresh installation's organisation; its uuid is made up. */
const ORGANISATION: Organisation = {
  uuid: '0e5e0000-0000-4000-8000-000000000001',
  user_key: 'root',
  name: 'root',
  municipality_code: null,
};

const darRegister = (dar: Dataset['dar']): DarRegister => {
  if (dar === undefined) return new Map();
  const parts = [dar['historik/adgangsadresser'], dar['historik/adresser'], dar.adgangsadresser, dar.adresser];
  const entries = parts.flat().map((entry): [string, DarEntry] => [entry.id, entry]);
  return new Map<string, DarEntry | null>([...entries, ...dar.unknown_at_read_time.map((id): [string, null] => [id, null])]);
};

export const createStore = (dataset: NormalisedDataset): Store => {
  const { organisation, mo_version, mo_hash } = dataset.meta;
  return {
    tables: {
      facets: createTable(relations.facets, dataset.facets.map(rowFromDataset)),
      classes: createTable(relations.classes, dataset.classes.map(rowFromDataset)),
      itsystems: createTable(relations.itsystems, dataset.itsystems.map(rowFromDataset)),
      org_units: createTable(relations.org_units, dataset.org_units.map(rowFromDataset)),
      persons: createTable(relations.persons, dataset.persons.map(rowFromDataset)),
      engagements: createTable(relations.engagements, dataset.engagements.map(rowFromDataset)),
      itusers: createTable(relations.itusers, dataset.itusers.map(rowFromDataset)),
      addresses: createTable(relations.addresses, dataset.addresses.map(rowFromDataset)),
      managers: createTable(relations.managers, dataset.managers.map(rowFromDataset)),
      kles: createTable(relations.kles, dataset.kles.map(rowFromDataset)),
    },
    organisation: organisation
      ? {
          uuid: organisation.uuid,
          user_key: organisation.user_key ?? ORGANISATION.user_key,
          name: organisation.name ?? ORGANISATION.name,
          municipality_code: organisation.municipality_code ?? null,
        }
      : ORGANISATION,
    version: { mo_version: mo_version ?? '66.1.2', mo_hash: mo_hash ?? 'simulated' },
    dar: darRegister(dataset.dar),
    ...createMemo(),
  };
};
