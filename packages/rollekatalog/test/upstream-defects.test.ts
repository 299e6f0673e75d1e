import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RollekatalogStore } from '../src/index.ts';
import { startDatabase, type TestDatabase } from './database.ts';
import {
  addLinked,
  addUser,
  at,
  bytes,
  hex,
  kitosRows,
  OTHER_SYSTEM,
  OTHER_USAGE,
  owner,
  ownersOf,
  responsible,
  responsiblesOf,
  SYSTEM,
  USAGE,
  usage,
  userUuid,
  uuid,
} from './world.ts';

// One test for each defect of Rollekatalog's built-in integration that a store can have: facts/rollekatalog.md §5 and facts/kitos.md §7, by their numbers there.
let database: TestDatabase;
let store: RollekatalogStore;
beforeAll(async () => {
  database = await startDatabase();
});
beforeEach(async () => {
  await database.reset();
  store = database.store();
  for (const number of [1, 2, 3]) await addUser(database, number);
});
afterAll(() => database?.close());

const linked = async (...holders: ReturnType<typeof owner>[]): Promise<void> => {
  await store.applyUsage(usage({ holders }));
  await addLinked(database, 10);
  await store.rematch();
};
const later = (part: Parameters<typeof usage>[0] = {}) => store.applyUsage(usage({ lastModified: at(2), ...part }));

describe('OS2rollekatalog', () => {
  test('1: the second run does not break on an unchanged owner', async () => {
    await linked(owner(1), owner(2), responsible(1));
    await later({ holders: [owner(1), owner(3), responsible(1)] });
    expect(await ownersOf(database, 10)).toEqual([userUuid(1), userUuid(3)]);
    await store.rematch();
    expect(await responsiblesOf(database, 10)).toEqual([userUuid(1)]);
  });

  test('2: linking does not end half-way: a failure leaves no link, no owner', async () => {
    await store.applyUsage(usage());
    await database.rows(`INSERT INTO it_systems (id, name, identifier) VALUES (20, 'Nyt', 'nyt')`);
    await database.admin.query(
      `CREATE TRIGGER refuse BEFORE INSERT ON attestation_attestation_responsible_collection FOR EACH ROW SIGNAL SQLSTATE '45000'`,
    );
    await expect(store.linkItSystem(20, SYSTEM)).rejects.toMatchObject({ code: 'rollekatalog-refused' });
    await database.admin.query('DROP TRIGGER refuse');
    expect(await database.rows('SELECT kitos_it_system_id AS link FROM it_systems WHERE id = 20')).toEqual([{ link: null }]);
    expect(await ownersOf(database, 20)).toEqual([]);
    await store.linkItSystem(20, SYSTEM);
    expect(await responsiblesOf(database, 20)).toEqual([userUuid(2)]);
  });

  test('3: a first holder without a match does not hide the second', async () => {
    await linked(owner(7), owner(1), owner(2));
    expect(await ownersOf(database, 10)).toEqual([userUuid(1), userUuid(2)]);
  });

  test('4: what was set by hand before is not wiped without a trace, and stays with "keep"', async () => {
    store = database.store({ onNoMatch: 'keep' });
    await store.applyUsage(usage({ holders: [owner(7)] }));
    await addLinked(database, 10);
    await database.rows('INSERT INTO it_system_system_owner (itsystem_id, user_uuid) VALUES (10, ?)', [userUuid(3)]);
    await store.rematch();
    expect(await ownersOf(database, 10)).toEqual([userUuid(3)]);
    await database.store().rematch();
    expect(await ownersOf(database, 10)).toEqual([]);
    const [entry] = await database.rows<{ description: string }>('SELECT description FROM audit_log');
    expect(entry?.description).toContain(`ikke længere systemejer: Person 3 (${userUuid(3)})`);
  });

  test('5: an e-mail that changed for a day deletes no open attestation', async () => {
    await linked(responsible(1));
    await database.rows(`INSERT INTO attestation_attestation (uuid, created_at, attestation_type, it_system_id, responsible_collection_id)
      SELECT 'x', '2026-11-01', 'IT_SYSTEM_ATTESTATION', 10, id FROM attestation_attestation_responsible_collection`);
    await later({ holders: [responsible(7)] });
    expect(await responsiblesOf(database, 10)).toEqual([]);
    await later({ holders: [responsible(1)] });
    expect(
      await database.rows(
        'SELECT a.id FROM attestation_attestation a JOIN attestation_attestation_responsible_collection c ON c.id = a.responsible_collection_id',
      ),
    ).toHaveLength(1);
  });

  test('7: a usage that could not be applied leaves the watermark and is applied the next time', async () => {
    await store.advanceWatermark('kitos_itsystem_usage_offset', at(1));
    await database.admin.query(`CREATE TRIGGER refuse BEFORE INSERT ON kitos_it_system_user FOR EACH ROW SIGNAL SQLSTATE '45000'`);
    await expect(later()).rejects.toMatchObject({ code: 'rollekatalog-refused' });
    await database.admin.query('DROP TRIGGER refuse');
    expect(await store.readWatermark('kitos_itsystem_usage_offset')).toBe(at(1));
    expect(await later()).toMatchObject({ outcome: 'changed' });
  });

  test('8: a new e-mail or name is stored although the usage has not changed', async () => {
    await store.applyUsage(usage());
    await store.applyUsage(usage({ holders: [owner(1, { email: 'ny@kommune.example', name: 'Nyt Navn' })] }));
    expect(await database.rows('SELECT name, email FROM kitos_it_system_user')).toEqual([
      { name: 'Nyt Navn', email: 'ny@kommune.example' },
    ]);
  });

  test('9: that the usage is invalid is said wherever its owners are still enforced', async () => {
    await linked(owner(1));
    expect((await later({ valid: false })).reports).toContainEqual({ code: 'inactive', system: SYSTEM });
    expect((await store.rematch()).reports).toContainEqual({ code: 'inactive', system: SYSTEM });
    expect((await store.report()).find(({ itSystem }) => itSystem.id === 10)).toMatchObject({
      warnings: expect.arrayContaining(['inactive']),
    });
  });

  test('10: a new system is as active as its usage is valid, at once', async () => {
    await store.applyUsage(usage());
    await store.applyUsage(usage({ uuid: OTHER_USAGE, valid: false, system: { uuid: OTHER_SYSTEM, name: 'Udfaset' } }));
    expect((await kitosRows(database)).map(({ active }) => active)).toEqual([1, 0]);
  });

  test('11: two rows for one system block nothing: both are maintained, and reported', async () => {
    for (const name of ['Ene', 'Anden'])
      await database.rows('INSERT INTO kitos_it_system (kitos_uuid, name, active) VALUES (?, ?, 1)', [bytes(SYSTEM), name]);
    await addLinked(database, 10);
    const { reports } = await store.applyUsage(usage());
    expect(reports).toContainEqual({ code: 'duplicate-system', system: SYSTEM });
    expect(await kitosRows(database)).toMatchObject([{ name: 'Borgerportal' }, { name: 'Borgerportal' }]);
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
    expect(await store.applyUsageDeletion({ usage: USAGE, occurredAt: at(9) })).toMatchObject({ outcome: 'changed' });
  });

  test('12: no e-mail and no name, or 300 characters of them, fail nothing', async () => {
    const long = 'å'.repeat(300);
    const odd = usage({
      system: { uuid: SYSTEM, name: long },
      holders: [owner(1, { name: null, email: null }), owner(2, { name: long, email: long })],
    });
    const { reports } = await store.applyUsage(odd);
    expect((await kitosRows(database))[0]?.name).toHaveLength(255);
    expect(reports).toContainEqual({ code: 'text-cut', system: SYSTEM, role: 'SYSTEM_OWNER', holder: owner(2).uuid });
    expect(await store.applyUsage(odd)).toMatchObject({ outcome: 'unchanged' });
    expect(await store.applyUsage({ ...odd, system: { uuid: SYSTEM, name: null } })).toMatchObject({ outcome: 'unchanged' });
  });

  test('13: one system that cannot be written does not keep the others, and is named', async () => {
    await linked(owner(1));
    await store.applyUsage(usage({ uuid: OTHER_USAGE, system: { uuid: OTHER_SYSTEM, name: 'Nabo' }, holders: [owner(2)] }));
    await addLinked(database, 11, OTHER_SYSTEM);
    await database.rows('DELETE FROM it_system_system_owner');
    await database.admin.query(
      `CREATE TRIGGER refuse BEFORE INSERT ON it_system_system_owner FOR EACH ROW IF NEW.itsystem_id = 10 THEN SIGNAL SQLSTATE '45000'; END IF`,
    );
    const { failed, changed } = await store.rematch();
    await database.admin.query('DROP TRIGGER refuse');
    expect(failed).toMatchObject([{ system: SYSTEM, error: { code: 'rollekatalog-refused' } }]);
    expect(changed).toBe(1);
    expect(await ownersOf(database, 11)).toEqual([userUuid(2)]);
  });

  test('14: disabled users and other domains come last, and homonyms are not chosen among', async () => {
    await database.rows(`INSERT INTO domains (id, name) VALUES (2, 'Skole')`);
    await addUser(database, 4, { email: 'person1@kommune.example', uuid: uuid('0', 1), domain_id: 2 });
    await addUser(database, 5, { email: 'person1@kommune.example', uuid: uuid('0', 2), disabled: 1 });
    await addUser(database, 6, { name: 'Ens Navn' });
    await addUser(database, 7, { name: 'Ens navn' });
    await linked(owner(1), owner(9, { name: 'Ens Navn' }));
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
    expect((await store.rematch()).reports).toContainEqual({
      code: 'ambiguous',
      system: SYSTEM,
      role: 'SYSTEM_OWNER',
      holder: owner(9).uuid,
    });
  });

  test('15: a soft-deleted IT system is left alone', async () => {
    await store.applyUsage(usage());
    await addLinked(database, 10, SYSTEM, { deleted: 1 });
    expect(await store.rematch()).toMatchObject({ systems: 0, changed: 0 });
    expect(await later()).toMatchObject({ changes: [] });
    expect(await ownersOf(database, 10)).toEqual([]);
  });

  test('17: a plan or a re-match of many systems reads each table once, not once per system', async () => {
    const many = Array.from({ length: 40 }, (_, number) =>
      usage({ uuid: uuid('a', 100 + number), system: { uuid: uuid('5', 100 + number), name: `System ${number}` }, holders: [owner(1)] }),
    );
    for (const [number, one] of many.entries()) {
      await store.applyUsage(one);
      await addLinked(database, 100 + number, one.system.uuid);
    }
    await store.rematch();
    const before = { ...store.counters };
    await store.rematch();
    await store.planUsages(many);
    expect(store.counters.statements - before.statements).toBeLessThan(20);
    expect(store.counters.rowsWritten).toBe(before.rowsWritten);
    expect(store.counters.rowsRead - before.rowsRead).toBeLessThan(800);
  });

  test('18: a holder missing in the user list is stored and reported', async () => {
    const { reports } = await store.applyUsage(usage({ holders: [owner(1, { listed: false, email: null })] }));
    expect(reports).toContainEqual({ code: 'unlisted', system: SYSTEM, role: 'SYSTEM_OWNER', holder: owner(1).uuid });
    expect(await database.rows('SELECT name FROM kitos_it_system_user')).toEqual([{ name: 'Person 1' }]);
  });

  test('19: a deleted system does not unlink in silence', async () => {
    await linked(owner(1));
    const { changes } = await store.applySystemDeletion(SYSTEM);
    expect(changes).toContainEqual({ what: 'unlinked', system: SYSTEM, itSystem: 10 });
    expect(
      await database.rows(`SELECT id FROM audit_log WHERE description LIKE 'Koblingen til OS2kitos-systemet Borgerportal%'`),
    ).toHaveLength(1);
  });

  test('21: who became and who ceased to be owner is in the audit log', async () => {
    await linked(owner(1));
    await later({ holders: [owner(2)] });
    const entries = await database.rows<{ description: string }>('SELECT description FROM audit_log ORDER BY id');
    expect(entries.map(({ description }) => description.split(': ').slice(1).join(': '))).toEqual([
      `ny systemejer: Person 1 (${userUuid(1)})`,
      `ny systemejer: Person 2 (${userUuid(2)}); ikke længere systemejer: Person 1 (${userUuid(1)})`,
    ]);
  });
});

describe('OS2kitos', () => {
  test('3: two changes within a microsecond are two', async () => {
    await store.applyUsage(usage({ lastModified: '2026-11-22T08:15:30.0000002Z', holders: [owner(2)] }));
    expect(await store.applyUsage(usage({ lastModified: '2026-11-22T08:15:30.0000001Z' }))).toMatchObject({ outcome: 'stale' });
    expect(await store.applyUsage(usage({ lastModified: '2026-11-22T08:15:30.0000003Z' }))).toMatchObject({ outcome: 'changed' });
  });

  test('8: a validity that flipped by date is written although the usage has not changed', async () => {
    await store.applyUsage(usage());
    await store.applyUsage(usage({ valid: false }));
    expect(await kitosRows(database)).toMatchObject([{ active: 0 }]);
    expect(await store.planUsages([usage()])).toMatchObject({ usages: [{ verdict: 'changed' }] });
  });

  test('10: an anonymised holder never becomes owner by the name left behind', async () => {
    await addUser(database, 4, { name: 'Slettet bruger', email: 'nogen@kommune.example' });
    await linked(owner(9, { name: 'Slettet bruger', email: 'x_deleted_user@kitos.dk' }));
    expect(await ownersOf(database, 10)).toEqual([]);
    expect((await store.rematch()).reports).toContainEqual({
      code: 'anonymised',
      system: SYSTEM,
      role: 'SYSTEM_OWNER',
      holder: owner(9).uuid,
    });
  });

  test('11: an unchanged run writes no row in any table', async () => {
    await linked(owner(1), owner(7), responsible(2));
    const before = await database.checksums();
    await store.applyUsage(usage({ holders: [owner(1), owner(7), responsible(2)] }));
    await store.rematch();
    await store.applySystemDeletion(OTHER_SYSTEM);
    expect(await database.checksums()).toEqual(before);
  });

  test('13: a migrated usage leaves no second row with its uuid, and deleting it then works', async () => {
    await store.applyUsage(usage());
    await later({ system: { uuid: OTHER_SYSTEM, name: 'Ny' } });
    expect((await kitosRows(database)).map((row) => row.usage)).toEqual([null, hex(USAGE)]);
    await store.applyUsageDeletion({ usage: USAGE, occurredAt: at(9) });
    expect((await kitosRows(database)).map(({ active }) => active)).toEqual([0, 0]);
  });

  test('14: a row from before usage uuids were kept gets its own with the next full listing', async () => {
    await database.rows('INSERT INTO kitos_it_system (kitos_uuid, name, active) VALUES (?, ?, 1)', [bytes(SYSTEM), 'Borgerportal']);
    const plan = await store.planUsages([usage({ holders: [] })]);
    expect(plan.usages[0]?.changes).toEqual([{ what: 'usage-set', system: SYSTEM }]);
    await store.applyUsage(usage({ holders: [] }));
    expect(await kitosRows(database)).toMatchObject([{ usage: hex(USAGE) }]);
  });
});
