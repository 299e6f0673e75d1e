import { readFile } from 'node:fs/promises';
import { createLogger } from '@os2bridge/logging';
import { startMariaDb } from '@os2bridge/testing';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { Writable } from 'node:stream';
import { createRollekatalogStore, rollekatalogTestSchema, type RollekatalogStore, type RollekatalogStoreOptions } from '../src/index.ts';

export interface TestDatabase {
  /** May do everything; the store's own login may do what deploy/rollekatalog-grants.sql gives it. */
  readonly admin: Connection;
  readonly port: number;
  readonly connection: { host: string; port: number; user: string; password: string; database: string };
  store(options?: Partial<RollekatalogStoreOptions>): RollekatalogStore;
  /** Empties everything but the seeds. */
  reset(): Promise<void>;
  rows<T = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<T[]>;
  /** CHECKSUM TABLE of every table, the bridge's own too. */
  checksums(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const grants = new URL('../../../deploy/rollekatalog-grants.sql', import.meta.url);

const quiet = createLogger({ level: 50, file: null, stream: new Writable({ write: (_chunk, _encoding, done) => done() }) });

/** A MariaDB with the test schema and the shipped grants; characterSet = what Rollekatalog's tables take as default. */
export const startDatabase = async ({ characterSet = 'utf8mb4' } = {}): Promise<TestDatabase> => {
  const server = await startMariaDb();
  const { host, port, user } = server;
  const admin = await createConnection({ host, port, user, multipleStatements: true });
  await admin.query(`CREATE DATABASE rollekatalog CHARACTER SET ${characterSet}; USE rollekatalog`);
  for (const statement of rollekatalogTestSchema) await admin.query(statement);
  await admin.query(await readFile(grants, 'utf8'));
  const connection = { host, port, user: 'os2bridge', password: 'change-me', database: 'rollekatalog' };
  const stores: RollekatalogStore[] = [];
  const rows = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => (await admin.query<RowDataPacket[]>(sql, values))[0] as T[];
  const tables = async (): Promise<string[]> => {
    const found = await rows<{ name: string }>(
      `SELECT CONCAT(table_schema, '.', table_name) AS name FROM information_schema.tables WHERE table_schema IN ('rollekatalog', 'os2bridge') ORDER BY 1`,
    );
    return found.map(({ name }) => name);
  };
  return {
    admin,
    port,
    connection,
    rows,
    store: (options) => {
      const store = createRollekatalogStore({ connection, logger: quiet, ...options });
      stores.push(store);
      return store;
    },
    reset: async () => {
      for (const store of stores.splice(0)) await store.close();
      const emptied = (await tables()).filter((name) => name !== 'rollekatalog.domains').map((name) => `DELETE FROM ${name}`);
      await admin.query(`SET foreign_key_checks = 0; ${emptied.join('; ')}; SET foreign_key_checks = 1; DELETE FROM domains WHERE id <> 1`);
    },
    checksums: async () => {
      const found = await rows<{ Table: string; Checksum: unknown }>(`CHECKSUM TABLE ${(await tables()).join(', ')}`);
      return Object.fromEntries(found.map(({ Table, Checksum }) => [Table, Checksum]));
    },
    close: async () => {
      for (const store of stores.splice(0)) await store.close();
      await admin.end();
      await server.stop();
    },
  };
};
