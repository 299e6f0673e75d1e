import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RollekatalogStore } from '../src/index.ts';
import { startDatabase, type TestDatabase } from './database.ts';
import { addLinked, addUser, at, owner, ownersOf, responsible, responsiblesOf, SYSTEM, USAGE, usage, userUuid, uuid } from './world.ts';

let database: TestDatabase;
let store: RollekatalogStore;
beforeAll(async () => {
  database = await startDatabase();
});
beforeEach(async () => {
  await database.reset();
  store = database.store();
  for (const number of [1, 2, 3]) await addUser(database, number);
  await store.applyUsage(usage({ holders: [] }));
  await addLinked(database, 10);
});
afterAll(() => database?.close());

let tick = 1;
const responsibles = (...numbers: number[]) =>
  store.applyUsage(usage({ lastModified: at((tick += 1)), holders: numbers.map((number) => responsible(number)) }));

const collections = () =>
  database.rows<{ id: number; it_system_id: number; users: string | null }>(
    `SELECT id, it_system_id, GROUP_CONCAT(users_uuid ORDER BY users_uuid) AS users FROM attestation_attestation_responsible_collection
     LEFT JOIN attestation_attestation_responsible_collection_uuids ON attestation_responsible_collection_id = id GROUP BY id ORDER BY id`,
  );

const audit = () => database.rows<Record<string, string>>('SELECT * FROM audit_log ORDER BY id');

describe('the collection that attestations refer to', () => {
  test('is made with the first responsible and follows them by differences under the same id', async () => {
    expect(await collections()).toEqual([]);
    await responsibles(1, 2);
    const [first] = await collections();
    expect(first).toMatchObject({ it_system_id: 10, users: `${userUuid(1)},${userUuid(2)}` });
    await responsibles(2, 3);
    expect(await collections()).toEqual([{ id: first!.id, it_system_id: 10, users: `${userUuid(2)},${userUuid(3)}` }]);
  });

  test('is emptied and stays when nobody is responsible; open attestations are never deleted', async () => {
    await responsibles(1);
    const [{ id } = { id: 0 }] = await collections();
    await database.rows(
      `INSERT INTO attestation_attestation (uuid, created_at, attestation_type, it_system_id, responsible_collection_id) VALUES ('x', '2026-11-01', 'IT_SYSTEM_ATTESTATION', 10, ?)`,
      [id],
    );
    await responsibles();
    expect(await collections()).toEqual([{ id, it_system_id: 10, users: null }]);
    expect(await database.rows('SELECT id FROM attestation_attestation')).toHaveLength(1);
  });

  test('is put right when another left it behind, though the responsibles are right', async () => {
    await responsibles(1);
    await database.rows('DELETE FROM attestation_attestation_responsible_collection_uuids');
    expect(await store.rematch()).toMatchObject({ changes: [{ what: 'collection-updated', itSystem: 10 }] });
    expect(await collections()).toMatchObject([{ users: userUuid(1) }]);
    expect(await store.rematch()).toMatchObject({ changed: 0 });
  });

  test('with one user in it twice is no reason to write', async () => {
    await responsibles(1);
    await database.rows(
      'INSERT INTO attestation_attestation_responsible_collection_uuids SELECT * FROM attestation_attestation_responsible_collection_uuids',
    );
    expect(await store.rematch()).toMatchObject({ changed: 0 });
  });
});

describe('open assignments', () => {
  beforeEach(async () => {
    await database.rows(
      'INSERT INTO user_roles (id, name, role_assignment_attestation_by_attestation_responsible) VALUES (1, ?, 1), (2, ?, 0)',
      ['a', 'b'],
    );
    await database.rows(`INSERT INTO historic_assignment (id, it_system_id, user_role_id, valid_to, responsible_ou_uuid, responsible_ou_name) VALUES
      (1, 10, 1, NULL, 'ou', 'Skole'), (2, 10, 2, NULL, 'ou', 'Skole'), (3, 10, 1, '2026-01-01', 'ou', 'Skole'), (4, 11, 1, NULL, 'ou', 'Skole')`);
    await database.rows(
      `INSERT INTO historic_ou_assignment (id, it_system_id, role_id, valid_to) VALUES (1, 10, 1, NULL), (2, 10, 2, NULL), (3, 10, 1, '2026-01-01')`,
    );
    await database.rows(`INSERT INTO historic_it_system_assignment (id, record_hash, valid_from, valid_to, it_system_id, user_role_id, system_role_id) VALUES
      (1, 'old-1', '2026-01-01', NULL, 10, 1, 5), (2, 'old-2', '2026-01-01', NULL, 10, 1, 5), (3, 'old-3', '2026-01-01', '2026-02-01', 10, 1, 5), (4, 'old-4', '2026-01-01', NULL, 10, 1, 6)`);
    await database.rows(`INSERT INTO historic_it_system_assignment_constraint (historic_it_system_assignment_id, constraint_name, constraint_value_type, constraint_value) VALUES
      (4, 'KLE', 'VALUE', '27'), (4, 'Enhed', 'INHERITED', NULL)`);
  });

  test('learn of the collection where their role is attested by responsibles, ended ones and others do not', async () => {
    await responsibles(1);
    const [{ id } = { id: 0 }] = await collections();
    expect(
      await database.rows(
        'SELECT id, responsible_collection_id AS c, responsible_ou_uuid AS ou, responsible_ou_name AS name FROM historic_assignment ORDER BY id',
      ),
    ).toEqual([{ id: 1, c: id, ou: null, name: null }, ...[2, 3, 4].map((other) => ({ id: other, c: null, ou: 'ou', name: 'Skole' }))]);
    expect(await database.rows('SELECT id, responsible_collection_id AS c FROM historic_ou_assignment ORDER BY id')).toEqual([
      { id: 1, c: id },
      { id: 2, c: null },
      { id: 3, c: null },
    ]);
  });

  test('of the role structure get a new hash; what becomes a duplicate by it ends now', async () => {
    await responsibles(1);
    const [{ id } = { id: 0 }] = await collections();
    const hash = (...parts: (string | number)[]) => createHash('sha256').update(parts.join('\u001f')).digest('base64url');
    const found = await database.rows<{ hash: string; c: number | null; ended: number }>(
      'SELECT record_hash AS hash, responsible_collection_id AS c, valid_to IS NOT NULL AS ended FROM historic_it_system_assignment ORDER BY id',
    );
    expect(found).toEqual([
      { hash: hash(10, 1, 5, id, ''), c: id, ended: 0 },
      { hash: 'old-2', c: null, ended: 1 },
      { hash: 'old-3', c: null, ended: 1 },
      { hash: hash(10, 1, 6, id, 'Enhed:INHERITED:null|KLE:VALUE:27'), c: id, ended: 0 },
    ]);
  });

  test('are not touched while the last responsible goes', async () => {
    await responsibles(1);
    const table = async () => database.rows('SELECT * FROM historic_assignment');
    const before = await table();
    await responsibles();
    expect(await table()).toEqual(before);
  });
});

describe('the audit log', () => {
  test('tells who became and who ceased to be what, and from which Kitos system; the built-in sync leaves no trace', async () => {
    await store.applyUsage(usage({ lastModified: at((tick += 1)), holders: [owner(1), responsible(2)] }));
    await store.applyUsage(usage({ lastModified: at((tick += 1)), holders: [owner(3), responsible(2)] }));
    expect(await audit()).toMatchObject([
      {
        entity_type: 'ITSYSTEM',
        event_type: 'UPDATE',
        entity_id: '10',
        entity_name: 'It-system 10',
        username: 'os2bridge',
        ip_address: '',
        description: `Fra OS2kitos-systemet Borgerportal (${SYSTEM}): ny systemejer: Person 1 (${userUuid(1)}); ny systemansvarlig: Person 2 (${userUuid(2)})`,
      },
      {
        description: `Fra OS2kitos-systemet Borgerportal (${SYSTEM}): ny systemejer: Person 3 (${userUuid(3)}); ikke længere systemejer: Person 1 (${userUuid(1)})`,
      },
    ]);
  });
});

describe('linking', () => {
  beforeEach(async () => {
    await store.applyUsage(usage({ lastModified: at((tick += 1)), holders: [owner(1), responsible(2)] }));
    await database.rows(`INSERT INTO it_systems (id, name, identifier) VALUES (20, 'Nyt it-system', 'nyt')`);
  });

  test('sets link, owners, responsibles, collection and audit log at once; unlinking leaves the people', async () => {
    expect(await store.linkItSystem(20, SYSTEM)).toMatchObject({ outcome: 'changed' });
    expect(await ownersOf(database, 20)).toEqual([userUuid(1)]);
    expect(await responsiblesOf(database, 20)).toEqual([userUuid(2)]);
    expect((await collections()).map((collection) => collection.it_system_id)).toContain(20);
    expect((await audit()).filter((entry) => entry['entity_id'] === '20')).toHaveLength(2);
    expect(await store.linkItSystem(20, SYSTEM)).toMatchObject({ outcome: 'unchanged' });

    expect(await store.linkItSystem(20, null)).toMatchObject({ changes: [{ what: 'unlinked', system: SYSTEM, itSystem: 20 }] });
    expect(await ownersOf(database, 20)).toEqual([userUuid(1)]);
  });

  test('what is not there is refused in a line', async () => {
    await expect(store.linkItSystem(99, SYSTEM)).rejects.toMatchObject({ code: 'rollekatalog-unknown-system', fate: 'never' });
    await expect(store.linkItSystem(20, uuid('5', 9))).rejects.toThrow(/run the Kitos sync first/u);
  });
});

describe('re-matching', () => {
  test('finds who has come since, lets go who has left, and shows it all before with dryRun', async () => {
    await store.applyUsage(usage({ lastModified: at((tick += 1)), holders: [owner(1), owner(8)] }));
    await addUser(database, 8);
    await database.rows('UPDATE users SET deleted = 1 WHERE uuid = ?', [userUuid(1)]);
    const before = await database.checksums();
    const planned = await store.rematch({ dryRun: true });
    expect(await database.checksums()).toEqual(before);
    const done = await store.rematch();
    expect(done.changes).toEqual(planned.changes);
    expect(done).toMatchObject({ systems: 1, changed: 1, failed: [] });
    expect(await ownersOf(database, 10)).toEqual([userUuid(8)]);
    const after = await database.checksums();
    expect(await store.rematch()).toMatchObject({ changed: 0 });
    expect(await database.checksums()).toEqual(after);
  });

  test('can be stopped, and says how far it is', async () => {
    const steps: string[] = [];
    await store.rematch({ onProgress: (done, total) => steps.push(`${done}/${total}`) });
    expect(steps).toEqual(['1/1']);
    await expect(store.rematch({ signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

describe('looking', () => {
  test('the report has every IT system with link, owner, responsible and what did not match', async () => {
    await store.applyUsage(usage({ lastModified: at((tick += 1)), holders: [owner(1), responsible(7)] }));
    await database.rows(
      `INSERT INTO it_systems (id, name, identifier, hidden, deleted) VALUES (20, 'Ældre', 'a', 1, 0), (21, 'Slettet', 's', 0, 1)`,
    );
    const rows = await store.report();
    expect(rows.map((row) => row.itSystem.name)).toEqual(['It-system 10', 'Ældre']);
    expect(rows[0]).toEqual({
      itSystem: { id: 10, name: 'It-system 10', hidden: false },
      kitosSystem: { uuid: SYSTEM, name: 'Borgerportal', active: true, usage: USAGE },
      owners: [{ uuid: userUuid(1), name: 'Person 1' }],
      responsibles: [],
      missing: [{ role: 'SYSTEM_RESPONSIBLE', holder: responsible(7).uuid, name: 'Person 7', reason: 'no-match' }],
      warnings: ['no-responsible'],
    });
    expect(rows[1]).toMatchObject({ itSystem: { hidden: true }, kitosSystem: null, warnings: [] });
  });

  test('an explanation names the user, how it was found, and why another was not', async () => {
    await store.applyUsage(
      usage({ lastModified: at((tick += 1)), holders: [owner(1), owner(2, { email: 'anden@kommune.example' }), responsible(7)] }),
    );
    const explained = await store.explainUsage(USAGE);
    expect(explained?.holders.map(({ match }) => (match.matched ? `${match.by} ${match.user.uuid}` : match.reason))).toEqual([
      `email ${userUuid(1)}`,
      `name ${userUuid(2)}`,
      'no-match',
    ]);
    expect(explained).toMatchObject({ lastModified: at(tick), deleted: false, links: [{ id: 10, owners: [userUuid(1), userUuid(2)] }] });
    expect(await store.explainUsage(uuid('a', 9))).toBeNull();
  });

  test('a plan says what applying would change, writes nothing, and names usages that Kitos did not list', async () => {
    await store.applyUsage(usage({ uuid: uuid('a', 5), system: { uuid: uuid('5', 5), name: 'Andet' } }));
    const wanted = usage({ lastModified: at((tick += 1)), holders: [owner(1)] });
    const before = await database.checksums();
    const plan = await store.planUsages([wanted, usage({ uuid: uuid('a', 6), system: { uuid: uuid('5', 6), name: 'Nyt' } })]);
    expect(await database.checksums()).toEqual(before);
    expect(plan.unknown).toEqual([uuid('a', 5)]);
    expect(plan.usages.map(({ verdict }) => verdict)).toEqual(['changed', 'changed']);
    expect((await store.applyUsage(wanted)).changes).toEqual(plan.usages[0]!.changes);
    expect((await store.planUsages([wanted])).usages).toMatchObject([{ verdict: 'unchanged', changes: [] }]);
  });
});

describe('watermarks', () => {
  const key = 'kitos_itsystem_usage_offset';
  const stored = () => database.rows<{ v: string }>('SELECT setting_value AS v FROM setting WHERE setting_key = ?', [key]);

  test('are none at first, move on at 100 ns, and never back', async () => {
    expect(await store.readWatermark(key)).toBeNull();
    expect(await store.advanceWatermark(key, at(5))).toBe(true);
    expect(await store.advanceWatermark(key, at(6))).toBe(true);
    expect(await store.advanceWatermark(key, at(5))).toBe(false);
    expect(await store.readWatermark(key)).toBe(at(6));
  });

  test.each([
    ['1970-01-01T00:00Z', '1970-01-01T00:00:00.0000000Z'],
    ['2026-06-15T09:11:11.123456Z', '2026-06-15T09:11:11.1234560Z'],
    ['2026-06-15T09:11:11Z', '2026-06-15T09:11:11.0000000Z'],
  ])("the built-in job's spelling %s is read", async (text, time) => {
    await database.rows('INSERT INTO setting (setting_key, setting_value) VALUES (?, ?)', [key, text]);
    expect(await store.readWatermark(key)).toBe(time);
    await store.advanceWatermark(key, at(1));
    expect(await stored()).toEqual([{ v: at(1) }]);
  });

  test('two who set the first one make one row', async () => {
    await Promise.all([
      store.advanceWatermark(key, at(5)),
      database.store().advanceWatermark(key, at(6)),
      store.advanceWatermark(key, at(7)),
    ]);
    expect(await stored()).toEqual([{ v: at(7) }]);
  });

  test('what is no time stops, and is not overwritten by a guess', async () => {
    await database.rows('INSERT INTO setting (setting_key, setting_value) VALUES (?, ?)', [key, 'i går']);
    const error = { code: 'rollekatalog-watermark', fate: 'pause' };
    await expect(store.readWatermark(key)).rejects.toMatchObject(error);
    await expect(store.advanceWatermark(key, at(1))).rejects.toMatchObject(error);
  });
});
