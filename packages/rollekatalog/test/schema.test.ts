import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDatabase, type TestDatabase } from './database.ts';
import { addLinked, addUser, at, kitosRows, owner, ownersOf, SYSTEM, usage, userUuid } from './world.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDatabase({ characterSet: 'latin1' });
});
beforeEach(() => database.reset());
afterAll(() => database?.close());

describe('the schema check', () => {
  const refusal = async (change: string, back: string): Promise<string> => {
    await database.admin.query(change);
    try {
      const error = await database
        .store()
        .check()
        .catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'rollekatalog-schema', fate: 'pause' });
      return (error as Error).message;
    } finally {
      await database.admin.query(back);
    }
  };

  test('passes what the grants and the test schema give', async () => {
    await expect(database.store().check()).resolves.toBeUndefined();
  });

  test('says in one line that a table is missing, and from when it is', async () => {
    const line = await refusal('RENAME TABLE it_system_system_owner TO away', 'RENAME TABLE away TO it_system_system_owner');
    expect(line).toMatch(/table it_system_system_owner is missing \(it came with 2026r3/u);
    expect(line).not.toContain('\n');
  });

  test('names a column that is missing', async () => {
    const line = await refusal(
      'ALTER TABLE kitos_it_system RENAME COLUMN kitos_usage_uuid TO away',
      'ALTER TABLE kitos_it_system RENAME COLUMN away TO kitos_usage_uuid',
    );
    expect(line).toContain('column kitos_it_system.kitos_usage_uuid is missing');
  });

  test('names a column of another type', async () => {
    const line = await refusal(
      'ALTER TABLE kitos_it_system MODIFY kitos_uuid VARCHAR(36) NOT NULL',
      'ALTER TABLE kitos_it_system MODIFY kitos_uuid BINARY(16) NOT NULL',
    );
    expect(line).toContain('column kitos_it_system.kitos_uuid is varchar(36) instead of binary(16)');
  });

  test("says how to make the bridge's own table", async () => {
    const line = await refusal(
      'RENAME TABLE os2bridge.kitos_seen TO os2bridge.away',
      'RENAME TABLE os2bridge.away TO os2bridge.kitos_seen',
    );
    expect(line).toMatch(/os2bridge is not ready: table kitos_seen is missing\. Run deploy\/rollekatalog-grants\.sql/u);
  });

  test('is made before the first write, and again when it failed', async () => {
    const store = database.store();
    await database.admin.query('RENAME TABLE kitos_it_system_user TO away');
    await expect(store.applyUsage(usage())).rejects.toMatchObject({ code: 'rollekatalog-schema' });
    await database.admin.query('RENAME TABLE away TO kitos_it_system_user');
    await expect(store.applyUsage(usage())).resolves.toMatchObject({ outcome: 'changed' });
  });
});

describe('the login', () => {
  test('may read no CPR, change no IT system but its link, and touch no attestation', async () => {
    const { host, port, user, password } = database.connection;
    const connection = await createConnection({ host, port, user, password, database: 'rollekatalog' });
    try {
      for (const forbidden of [
        'SELECT cpr FROM users',
        'UPDATE users SET deleted = 1',
        `UPDATE it_systems SET name = 'x'`,
        'DELETE FROM it_systems',
        'SELECT * FROM attestation_attestation',
        'DELETE FROM attestation_attestation',
        'SELECT * FROM client',
        'DELETE FROM audit_log',
      ])
        expect([forbidden, await connection.query(forbidden).catch((error: { code: string }) => error.code)]).toEqual([
          forbidden,
          expect.stringMatching(/DENIED/u),
        ]);
    } finally {
      await connection.end();
    }
  });

  test('with a wrong password pauses, and names no password', async () => {
    const store = database.store({ connection: { ...database.connection, password: 'forkert-kode' } });
    const error = await store.check().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'rollekatalog-login', fate: 'pause' });
    expect(String(error)).not.toContain('forkert-kode');
  });

  test('over TLS to a server that has none, or that is not trusted, pauses instead of going on in clear text', async () => {
    const store = database.store({ connection: { ...database.connection, tls: {} } });
    await expect(store.check()).rejects.toMatchObject({ code: 'rollekatalog-tls', fate: 'pause' });
  });

  test('to a server that is not there is an outage', async () => {
    const store = database.store({ connection: { ...database.connection, port: 1 } });
    await expect(store.check()).rejects.toMatchObject({ code: 'rollekatalog-down', fate: 'later', errno: null });
  });
});

describe('tables in latin1', () => {
  test('take æøå as they are and a question mark for what they cannot hold, and are then not written again', async () => {
    await addUser(database, 1, { name: 'Bjørn Åskov', email: null });
    const store = database.store();
    const wanted = usage({
      system: { uuid: SYSTEM, name: 'Æbleskive 🍏 portal' },
      holders: [owner(1, { name: 'BJØRN A\u030Askov', email: 'ß–☃@kommune.example' })],
    });
    const { reports } = await store.applyUsage(wanted);
    expect(reports).toContainEqual(expect.objectContaining({ code: 'text-cut' }));
    expect(await kitosRows(database)).toMatchObject([{ name: 'Æbleskive ? portal' }]);
    await addLinked(database, 10);
    await store.rematch();
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
    expect(await store.applyUsage(wanted)).toMatchObject({ outcome: 'unchanged' });
    expect(await store.applyUsage({ ...wanted, lastModified: at(2) })).toMatchObject({ outcome: 'unchanged' });
  });
});
