import { createRandom } from './random.ts';
import type { ItSystemRow } from './row-types.ts';

const NAMES = { ad: 'Active Directory', fk: 'FK-ORG-UUID', omada: 'Omada', cases: 'Sagssystem', booking: 'Lokalebooking' } as const;

const uuidOf = (name: string): string => createRandom(`itsystem/${name}`).uuid();

/** The it systems of the generated municipality: names, and uuids that are the same whatever the seed. */
export const IT_SYSTEM_NAMES = NAMES;
export const IT_SYSTEMS = {
  ad: uuidOf(NAMES.ad),
  fk: uuidOf(NAMES.fk),
  omada: uuidOf(NAMES.omada),
  cases: uuidOf(NAMES.cases),
  booking: uuidOf(NAMES.booking),
} as const;

export const itSystemRows = (): ItSystemRow[] => Object.values(NAMES).map((name) => ({ uuid: uuidOf(name), user_key: name, name }));
