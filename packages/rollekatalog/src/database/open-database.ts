import { Kysely, MysqlDialect, type MysqlPool } from 'kysely';
import { createPool } from 'mysql2';
import { countRows, type RowCounters } from './count-rows.ts';
import type { Tables } from './tables.ts';

/** Where Rollekatalog's database is and how to log in. */
export interface RollekatalogConnection {
  readonly host: string;
  /** Default 3306. */
  readonly port?: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** What certificates to trust (PEM); `{}` = those Node trusts; absent = no TLS. */
  readonly tls?: { readonly ca?: string };
  /** Connections at most. Default 5: no more than a few workers write at a time. */
  readonly connections?: number;
}

export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly counters: RowCounters;
  close(): Promise<void>;
}

/** Prepares a pool; the first statement connects. A pool that was given is not ours to close. */
export const openDatabase = (connection: RollekatalogConnection | { readonly pool: MysqlPool }): OpenDatabase => {
  const counters: RowCounters = { statements: 0, rowsRead: 0, rowsWritten: 0, retries: 0 };
  const pool = 'pool' in connection ? connection.pool : poolOf(connection);
  const db = new Kysely<Tables>({ dialect: new MysqlDialect({ pool }), plugins: [countRows(counters)] });
  const close =
    'pool' in connection
      ? () => Promise.resolve()
      : () => new Promise<void>((resolve, reject) => pool.end((error) => (error instanceof Error ? reject(error) : resolve())));
  return { db, counters, close };
};

const poolOf = ({ host, port = 3306, user, password, database, tls, connections = 5 }: RollekatalogConnection): MysqlPool =>
  createPool({
    host,
    port,
    user,
    password,
    database,
    connectionLimit: connections,
    // An idle connection that a firewall has dropped is found at the next query otherwise.
    enableKeepAlive: true,
    connectTimeout: 10_000,
    charset: 'utf8mb4_general_ci',
    ...(tls === undefined ? {} : { ssl: { ...tls } }),
  });
