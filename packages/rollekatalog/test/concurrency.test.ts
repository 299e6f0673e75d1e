import { eventually } from '@os2bridge/testing';
import { createConnection, type Connection } from 'mysql2/promise';
import { createPool } from 'mysql2';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDatabase, type TestDatabase } from './database.ts';
import {
  addLinked,
  addUser,
  at,
  bytes,
  hex,
  kitosRows,
  OTHER_SYSTEM,
  owner,
  ownersOf,
  responsible,
  SYSTEM,
  USAGE,
  usage,
  userUuid,
  uuid,
} from './world.ts';

let database: TestDatabase;
let other: Connection;
beforeAll(async () => {
  database = await startDatabase();
});
beforeEach(async () => {
  await database.reset();
  other = await createConnection({ host: '127.0.0.1', port: database.port, user: 'root', database: 'rollekatalog' });
});
afterEach(() => other.end());
afterAll(() => database?.close());

/** Resolves when somebody waits for a lock. InnoDB renews what it tells only when nobody has asked for 100 ms. */
const someoneWaits = () =>
  eventually(
    async () => expect(await database.rows(`SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'`)).not.toEqual([]),
    {
      intervalMs: 120,
    },
  );

const lockRow = async (): Promise<void> => {
  const [{ id } = { id: 0 }] = await database.rows<{ id: number }>('SELECT id FROM kitos_it_system WHERE kitos_uuid = ?', [bytes(SYSTEM)]);
  await other.query('SELECT id FROM kitos_it_system WHERE id = ? FOR UPDATE', [id]);
};

describe('two workers', () => {
  test('on one new system make one row of it, whoever wins', async () => {
    const [one, two] = [database.store(), database.store()];
    for (const round of [1, 2, 3, 4, 5]) {
      const system = { uuid: uuid('5', 100 + round), name: 'Ny' };
      const same = usage({ uuid: uuid('a', 100 + round), system });
      await Promise.all([one.applyUsage(same), two.applyUsage(same), one.applyUsage(same)]);
    }
    expect(await kitosRows(database)).toHaveLength(5);
    expect(await database.rows('SELECT id FROM kitos_it_system_user')).toHaveLength(10);
  });

  test('with an old and a new state leave the new one, whoever is first', async () => {
    await addUser(database, 1);
    await addUser(database, 2);
    const [one, two] = [database.store(), database.store()];
    await one.applyUsage(usage({ lastModified: at(0), holders: [] }));
    await addLinked(database, 10);
    for (let tick = 1; tick < 20; tick += 2) {
      const [old, young] = [
        usage({ lastModified: at(tick), holders: [owner(1)] }),
        usage({ lastModified: at(tick + 1), holders: [owner(2)] }),
      ];
      await Promise.all(tick % 4 === 1 ? [one.applyUsage(old), two.applyUsage(young)] : [one.applyUsage(young), two.applyUsage(old)]);
      expect(await ownersOf(database, 10)).toEqual([userUuid(2)]);
    }
  });

  test('who swap two usages between two systems end up right', async () => {
    const [one, two] = [database.store(), database.store()];
    const [first, second] = [uuid('a', 1), uuid('a', 2)];
    const [here, there] = [
      { uuid: SYSTEM, name: 'Her' },
      { uuid: OTHER_SYSTEM, name: 'Der' },
    ];
    for (let tick = 1; tick < 20; tick += 1) {
      const [a, b] = tick % 2 === 0 ? [here, there] : [there, here];
      await Promise.all([
        one.applyUsage(usage({ uuid: first, lastModified: at(tick), system: a })),
        two.applyUsage(usage({ uuid: second, lastModified: at(tick), system: b })),
        two.rematch(),
      ]);
      const expected = a === here ? [first, second] : [second, first];
      expect((await kitosRows(database)).map((row) => row.usage)).toEqual(expected.map(hex));
    }
  });

  test('on different systems do not wait for each other', async () => {
    const store = database.store();
    await store.applyUsage(usage());
    await other.query('START TRANSACTION');
    await lockRow();
    const neighbour = usage({ uuid: uuid('a', 2), system: { uuid: OTHER_SYSTEM, name: 'Nabo' } });
    expect(await store.applyUsage(neighbour)).toMatchObject({ outcome: 'changed' });
    await other.query('ROLLBACK');
  });
});

describe('a deadlock', () => {
  test('is begun again and ends as if there had been none', async () => {
    await addUser(database, 1);
    const store = database.store();
    await store.applyUsage(usage({ holders: [] }));
    await addLinked(database, 10);
    // The other holds the IT system; the store then holds the Kitos row and waits; the other wants that row: a circle. The other has
    // written more, so that InnoDB takes the store for the victim.
    await other.query('START TRANSACTION');
    await other.query('SELECT id FROM it_systems WHERE id = 10 FOR UPDATE');
    for (let row = 0; row < 200; row += 1) await other.query(`INSERT INTO setting (setting_key, setting_value) VALUES ('weight', '')`);
    const applied = store.applyUsage(usage({ lastModified: at(2), holders: [owner(1)] }));
    await someoneWaits();
    await lockRow();
    await other.query('COMMIT');
    expect(await applied).toMatchObject({ outcome: 'changed' });
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
    expect(store.counters.retries).toBeGreaterThan(0);
  });

  test('and a lock that never comes free end in an error that says try later, and nothing is half written', async () => {
    const pool = createPool({ ...database.connection, connectionLimit: 2 });
    pool.on('connection', (connection) => connection.query('SET SESSION innodb_lock_wait_timeout = 0'));
    const store = database.store({ connection: { pool } });
    await store.applyUsage(usage({ holders: [] }));
    await addLinked(database, 10);
    await other.query('START TRANSACTION');
    await other.query('SELECT id FROM it_systems WHERE id = 10 FOR UPDATE');
    const before = await database.checksums();
    await expect(store.applyUsage(usage({ lastModified: at(2) }))).rejects.toMatchObject({
      code: 'rollekatalog-busy',
      fate: 'later',
      errno: 1205,
    });
    expect(await database.checksums()).toEqual(before);
    expect(store.counters.retries).toBe(7);
    await other.query('ROLLBACK');
    await store.close();
    pool.end();
  });
});

describe('a failure', () => {
  test('between two writes of one system leaves the system as it was', async () => {
    await addUser(database, 1);
    const store = database.store();
    await store.applyUsage(usage({ holders: [] }));
    await addLinked(database, 10);
    await database.admin.query(
      `CREATE TRIGGER refuse BEFORE INSERT ON audit_log FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'Person 1'`,
    );
    try {
      const before = await database.checksums();
      const failure = await store
        .applyUsage(usage({ lastModified: at(2), holders: [owner(1), responsible(1)] }))
        .catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'rollekatalog-refused', fate: 'never' });
      expect(String(failure)).not.toContain('Person');
      expect((failure as Error).cause).toBeUndefined();
      expect(await database.checksums()).toEqual(before);
    } finally {
      await database.admin.query('DROP TRIGGER refuse');
    }
    expect(await store.applyUsage(usage({ lastModified: at(2), holders: [owner(1), responsible(1)] }))).toMatchObject({
      outcome: 'changed',
    });
    expect((await store.explainUsage(USAGE))?.lastModified).toBe(at(2));
  });
});
