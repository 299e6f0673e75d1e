import { createHash } from 'node:crypto';
import type { Dataset } from './dataset.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The facet of a class that names none: OS2MO wants every class in a facet. */
const NO_FACET = 'unknown';

const uuidOf = (name: string): string => {
  const hex = createHash('sha1').update(`facet:${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Where a class's `facet` points to: the uuid of the listed facet of that user_key, or one made from the name (the same each time). */
export interface FacetUuids {
  of(facet: string | null | undefined): string;
  /** Facets that classes name and the dataset does not list: user_key and uuid. */
  missing(): readonly { readonly user_key: string; readonly uuid: string }[];
}

export const facetUuids = (facets: Dataset['facets']): FacetUuids => {
  const listed = new Map<string, string>();
  const made = new Map<string, string>();
  for (const row of facets) for (const entry of row.validities ?? [row]) listed.set(entry.user_key ?? row.user_key ?? row.uuid, row.uuid);
  return {
    of: (facet) => {
      const name = facet ?? NO_FACET;
      if (UUID.test(name)) return name.toLowerCase();
      const known = listed.get(name) ?? made.get(name);
      if (known !== undefined) return known;
      const uuid = uuidOf(name);
      made.set(name, uuid);
      return uuid;
    },
    missing: () => [...made].map(([user_key, uuid]) => ({ user_key, uuid })),
  };
};
