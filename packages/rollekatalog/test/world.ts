import { parseUuid, type Uuid } from '@os2bridge/model';
import type { HolderRole, UsageHolder, UsageState } from '../src/index.ts';
import type { TestDatabase } from './database.ts';

/** Uuids that say what they are of: `uuid('aaaa', 1)`. */
export const uuid = (kind: string, number: number): Uuid =>
  parseUuid(`${kind.padEnd(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`)!;

export const SYSTEM = uuid('5', 1);
export const OTHER_SYSTEM = uuid('5', 2);
export const USAGE = uuid('a', 1);
export const OTHER_USAGE = uuid('a', 2);

export const at = (ticks: number): string => `2026-11-22T08:00:00.${String(ticks).padStart(7, '0')}Z`;

const holder = (number: number, role: HolderRole, part: Partial<UsageHolder> = {}): UsageHolder => ({
  uuid: uuid('b', number),
  role,
  name: `Person ${number}`,
  email: `person${number}@kommune.example`,
  listed: true,
  ...part,
});

export const owner = (number: number, part?: Partial<UsageHolder>): UsageHolder => holder(number, 'SYSTEM_OWNER', part);
export const responsible = (number: number, part?: Partial<UsageHolder>): UsageHolder => holder(number, 'SYSTEM_RESPONSIBLE', part);

export const usage = (part: Partial<UsageState> = {}): UsageState => ({
  uuid: USAGE,
  lastModified: at(1),
  system: { uuid: SYSTEM, name: 'Borgerportal' },
  valid: true,
  holders: [owner(1), responsible(2)],
  ...part,
});

export const userUuid = (number: number): string => uuid('c', number);

/** A user who is Kitos' person of that number, unless a column says otherwise. */
export const addUser = async ({ rows }: TestDatabase, number: number, columns: Record<string, unknown> = {}): Promise<void> => {
  const user = {
    uuid: userUuid(number),
    ext_uuid: uuid('d', number),
    name: `Person ${number}`,
    email: `person${number}@kommune.example`,
    domain_id: 1,
  };
  await rows('INSERT INTO users SET ?', [{ ...user, ...columns }]);
};

/** An IT system linked to the Kitos system, which must be there. */
export const addLinked = async (
  { rows }: TestDatabase,
  id: number,
  system: Uuid = SYSTEM,
  columns: Record<string, unknown> = {},
): Promise<void> => {
  await rows('INSERT INTO it_systems SET ?', [{ id, name: `It-system ${id}`, identifier: `system-${id}`, ...columns }]);
  await rows('UPDATE it_systems SET kitos_it_system_id = (SELECT MIN(id) FROM kitos_it_system WHERE kitos_uuid = ?) WHERE id = ?', [
    bytes(system),
    id,
  ]);
};

export const bytes = (value: Uuid): Buffer => Buffer.from(value.replaceAll('-', ''), 'hex');

const usersIn = async ({ rows }: TestDatabase, table: string, id: number): Promise<string[]> => {
  const found = await rows<{ user: string }>(`SELECT user_uuid AS user FROM ${table} WHERE itsystem_id = ? ORDER BY user_uuid`, [id]);
  return found.map(({ user }) => user);
};

export const ownersOf = (database: TestDatabase, id: number): Promise<string[]> => usersIn(database, 'it_system_system_owner', id);
export const responsiblesOf = (database: TestDatabase, id: number): Promise<string[]> =>
  usersIn(database, 'it_system_attestation_responsible', id);

export interface KitosRowText {
  system: string;
  usage: string | null;
  name: string;
  active: number;
}

export const kitosRows = ({ rows }: TestDatabase): Promise<KitosRowText[]> =>
  rows<KitosRowText>(
    'SELECT LOWER(HEX(kitos_uuid)) AS `system`, LOWER(HEX(kitos_usage_uuid)) AS `usage`, name, active FROM kitos_it_system ORDER BY kitos_uuid, id',
  );

export const hex = (value: Uuid): string => value.replaceAll('-', '');
