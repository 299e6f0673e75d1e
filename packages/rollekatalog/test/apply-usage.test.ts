import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RollekatalogStore } from '../src/index.ts';
import { startDatabase, type TestDatabase } from './database.ts';
import {
  addLinked,
  addUser,
  at,
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

let database: TestDatabase;
let store: RollekatalogStore;
beforeAll(async () => {
  database = await startDatabase();
});
beforeEach(async () => {
  await database.reset();
  store = database.store();
});
afterAll(() => database?.close());

const holders = () =>
  database.rows<{ role: string; name: string; email: string }>(
    'SELECT role, name, email FROM kitos_it_system_user ORDER BY role, kitos_uuid',
  );

describe('a system', () => {
  test('is stored with its usage, its name, and every holder of both roles', async () => {
    const { outcome } = await store.applyUsage(usage({ holders: [owner(1), owner(2), responsible(1)] }));
    expect(outcome).toBe('changed');
    expect(await kitosRows(database)).toEqual([{ system: hex(SYSTEM), usage: hex(USAGE), name: 'Borgerportal', active: 1 }]);
    expect((await holders()).map(({ role, name }) => `${role} ${name}`)).toEqual([
      'SYSTEM_OWNER Person 1',
      'SYSTEM_OWNER Person 2',
      'SYSTEM_RESPONSIBLE Person 1',
    ]);
  });

  test('is renamed, and its holders change, by differences', async () => {
    await store.applyUsage(usage());
    const { changes } = await store.applyUsage(
      usage({
        lastModified: at(2),
        system: { uuid: SYSTEM, name: 'Selvbetjening æøå' },
        holders: [owner(1, { email: 'ny@kommune.example' }), owner(3)],
      }),
    );
    expect(changes.map(({ what }) => what)).toEqual(['system-renamed', 'holder-added', 'holder-updated', 'holder-removed']);
    expect((await kitosRows(database))[0]).toMatchObject({ name: 'Selvbetjening æøå' });
    expect((await holders()).map(({ email }) => email)).toEqual(['ny@kommune.example', 'person3@kommune.example']);
  });

  test('with an invalid usage is inactive; its links, holders and owners stay, and that is reported', async () => {
    await addUser(database, 1);
    await store.applyUsage(usage({ holders: [owner(1)] }));
    await addLinked(database, 10);
    await store.rematch();
    const { changes, reports } = await store.applyUsage(usage({ valid: false, holders: [] }));
    expect(changes).toEqual([{ what: 'system-deactivated', system: SYSTEM }]);
    expect(reports).toContainEqual({ code: 'inactive', system: SYSTEM });
    expect(await holders()).toHaveLength(1);
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
  });

  test('is not written again when it is applied twice', async () => {
    await addUser(database, 1);
    await addUser(database, 2);
    await store.applyUsage(usage());
    await addLinked(database, 10);
    await store.applyUsage(usage());
    const before = await database.checksums();
    const { rowsWritten } = store.counters;
    expect(await store.applyUsage(usage())).toMatchObject({ outcome: 'unchanged', changes: [] });
    expect(await database.checksums()).toEqual(before);
    expect(store.counters.rowsWritten).toBe(rowsWritten);
  });
});

describe('owners and responsibles', () => {
  test('are every holder that matches, in every linked IT system', async () => {
    for (const number of [1, 2, 3]) await addUser(database, number);
    await store.applyUsage(usage({ holders: [] }));
    await addLinked(database, 10);
    await addLinked(database, 11, SYSTEM, { hidden: 1 });
    await store.applyUsage(usage({ lastModified: at(2), holders: [owner(1), owner(2), responsible(2), responsible(3)] }));
    for (const id of [10, 11]) {
      expect(await ownersOf(database, id)).toEqual([userUuid(1), userUuid(2)]);
      expect(await responsiblesOf(database, id)).toEqual([userUuid(2), userUuid(3)]);
    }
  });

  test('of two holders who are one user there is one', async () => {
    await addUser(database, 1);
    await store.applyUsage(usage({ holders: [] }));
    await addLinked(database, 10);
    await store.applyUsage(usage({ lastModified: at(2), holders: [owner(1), owner(2, { email: 'person1@kommune.example' })] }));
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
  });

  test('who do not match leave the field empty, reported; with "keep" the last ones stay', async () => {
    await addUser(database, 1);
    await store.applyUsage(usage({ holders: [owner(1)] }));
    await addLinked(database, 10);
    await store.rematch();
    const unmatched = usage({ lastModified: at(2), holders: [owner(7)] });
    await database.store({ onNoMatch: 'keep' }).applyUsage(unmatched);
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
    const { reports } = await store.applyUsage(unmatched);
    expect(await ownersOf(database, 10)).toEqual([]);
    expect(reports).toContainEqual({ code: 'no-match', system: SYSTEM, role: 'SYSTEM_OWNER', holder: owner(7).uuid });
  });

  test('go with "keep" too when nobody holds the role in Kitos any more', async () => {
    await addUser(database, 1);
    const keeping = database.store({ onNoMatch: 'keep' });
    await keeping.applyUsage(usage({ holders: [owner(1)] }));
    await addLinked(database, 10);
    await keeping.rematch();
    const { reports } = await keeping.applyUsage(usage({ lastModified: at(2), holders: [] }));
    expect(await ownersOf(database, 10)).toEqual([]);
    expect(reports).toContainEqual({ code: 'vacant', system: SYSTEM, role: 'SYSTEM_OWNER' });
  });

  test('a matched user who was deleted for good since the users were read is not in the way', async () => {
    await addUser(database, 1);
    await store.applyUsage(usage({ holders: [] }));
    await addLinked(database, 10);
    await store.users();
    await database.rows('DELETE FROM users');
    await store.applyUsage(usage({ lastModified: at(2), holders: [owner(1)] }));
    expect(await ownersOf(database, 10)).toEqual([]);
  });

  test('a holder missing in the user list keeps name and stored e-mail, and is reported', async () => {
    await addUser(database, 1);
    await store.applyUsage(usage({ holders: [owner(1)] }));
    await addLinked(database, 10);
    const { reports } = await store.applyUsage(
      usage({ holders: [owner(1, { listed: false, email: null }), owner(2, { listed: false, email: null })] }),
    );
    expect(await holders()).toEqual([
      { role: 'SYSTEM_OWNER', name: 'Person 1', email: 'person1@kommune.example' },
      { role: 'SYSTEM_OWNER', name: 'Person 2', email: '' },
    ]);
    expect(reports.filter(({ code }) => code === 'unlisted')).toHaveLength(2);
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
  });
});

describe('order', () => {
  test('an older state of a usage changes nothing, told apart at 100 ns', async () => {
    await store.applyUsage(usage({ lastModified: at(2), holders: [owner(2)] }));
    const before = await database.checksums();
    expect(await store.applyUsage(usage({ lastModified: at(1) }))).toMatchObject({ outcome: 'stale' });
    expect(await database.checksums()).toEqual(before);
  });

  test('the same time with another content is applied: names and validity change without a new time', async () => {
    await store.applyUsage(usage());
    expect(await store.applyUsage(usage({ valid: false }))).toMatchObject({ outcome: 'changed' });
  });

  test('what was read of a usage before it was deleted comes too late, deleted first or applied first', async () => {
    const deletion = { usage: USAGE, occurredAt: at(5) };
    await store.applyUsageDeletion(deletion);
    expect(await store.applyUsage(usage({ lastModified: at(4) }))).toMatchObject({ outcome: 'stale' });
    expect(await kitosRows(database)).toEqual([]);

    await store.applyUsage(usage({ uuid: OTHER_USAGE, lastModified: at(4) }));
    await store.applyUsageDeletion({ ...deletion, usage: OTHER_USAGE });
    expect(await store.applyUsage(usage({ uuid: OTHER_USAGE, lastModified: at(4) }))).toMatchObject({ outcome: 'stale' });
    expect(await kitosRows(database)).toMatchObject([{ active: 0 }]);
  });

  test('a deletion that has no time, as after a 404, counts from now on', async () => {
    await store.applyUsage(usage());
    expect(await store.applyUsageDeletion({ usage: USAGE, occurredAt: null })).toMatchObject({ outcome: 'changed' });
    expect(await store.applyUsage(usage())).toMatchObject({ outcome: 'stale' });
  });

  test('a usage that is edited after its recorded deletion lives again', async () => {
    await store.applyUsageDeletion({ usage: USAGE, occurredAt: at(5) });
    expect(await store.applyUsage(usage({ lastModified: at(6) }))).toMatchObject({ outcome: 'changed' });
    expect(await store.applyUsageDeletion({ usage: USAGE, occurredAt: at(5) })).toMatchObject({ outcome: 'stale' });
    expect(await kitosRows(database)).toMatchObject([{ active: 1 }]);
  });
});

describe('moved, deleted, made again', () => {
  const moved = usage({ lastModified: at(3), system: { uuid: OTHER_SYSTEM, name: 'Ny portal' } });

  test('a usage that moved leaves its old system inactive and without usage', async () => {
    await store.applyUsage(usage());
    await addLinked(database, 10);
    expect((await store.applyUsage(moved)).reports).toEqual([{ code: 'inactive', system: SYSTEM }]);
    expect(await kitosRows(database)).toEqual([
      { system: hex(SYSTEM), usage: null, name: 'Borgerportal', active: 0 },
      { system: hex(OTHER_SYSTEM), usage: hex(USAGE), name: 'Ny portal', active: 1 },
    ]);
    expect(await store.applyUsage(usage())).toMatchObject({ outcome: 'stale' });
  });

  test('two usages that swapped their systems end up right in either order', async () => {
    for (const order of [0, 1]) {
      await database.reset();
      store = database.store();
      await store.applyUsage(usage());
      await store.applyUsage(usage({ uuid: OTHER_USAGE, system: { uuid: OTHER_SYSTEM, name: 'Ny portal' } }));
      const swapped = [moved, usage({ uuid: OTHER_USAGE, lastModified: at(3) })];
      for (const one of order === 0 ? swapped : swapped.toReversed()) await store.applyUsage(one);
      expect(await kitosRows(database)).toMatchObject([
        { system: hex(SYSTEM), usage: hex(OTHER_USAGE), active: 1 },
        { system: hex(OTHER_SYSTEM), usage: hex(USAGE), active: 1 },
      ]);
    }
  });

  test('after delete and re-create the new usage has the system, whichever comes first', async () => {
    const again = usage({ uuid: OTHER_USAGE, lastModified: at(9) });
    const gone = { usage: USAGE, occurredAt: at(5) };
    for (const steps of [
      [() => store.applyUsageDeletion(gone), () => store.applyUsage(again)],
      [() => store.applyUsage(again), () => store.applyUsageDeletion(gone)],
    ]) {
      await database.reset();
      store = database.store();
      await store.applyUsage(usage());
      for (const step of steps) await step();
      expect(await kitosRows(database)).toMatchObject([{ usage: hex(OTHER_USAGE), active: 1 }]);
      expect(await store.applyUsage(usage({ lastModified: at(4) }))).toMatchObject({ outcome: 'stale' });
    }
  });

  test('a deleted usage leaves holders, link and owners as they are', async () => {
    await addUser(database, 1);
    await store.applyUsage(usage({ holders: [owner(1)] }));
    await addLinked(database, 10);
    await store.rematch();
    const { reports } = await store.applyUsageDeletion({ usage: USAGE, occurredAt: at(5) });
    expect(reports).toEqual([{ code: 'inactive', system: SYSTEM }]);
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
    const before = await database.checksums();
    expect(await store.applyUsageDeletion({ usage: USAGE, occurredAt: at(5) })).toMatchObject({ outcome: 'unchanged' });
    expect(await database.checksums()).toEqual(before);
  });

  test('a deleted system loses row, holders and links; the owners stay, and the audit log says it', async () => {
    await addUser(database, 1);
    await store.applyUsage(usage({ holders: [owner(1)] }));
    await addLinked(database, 10);
    await store.rematch();
    await store.applyUsageDeletion({ usage: USAGE, occurredAt: at(5) });
    const { changes } = await store.applySystemDeletion(SYSTEM);
    expect(changes).toEqual([
      { what: 'system-removed', system: SYSTEM },
      { what: 'unlinked', system: SYSTEM, itSystem: 10 },
    ]);
    expect(await kitosRows(database)).toEqual([]);
    expect(await holders()).toEqual([]);
    expect(await database.rows('SELECT kitos_it_system_id AS link FROM it_systems WHERE id = 10')).toEqual([{ link: null }]);
    expect(await ownersOf(database, 10)).toEqual([userUuid(1)]);
    const [entry] = await database.rows<{ description: string }>('SELECT description FROM audit_log ORDER BY id DESC LIMIT 1');
    expect(entry?.description).toContain('slettet i OS2kitos');
    expect(await store.applySystemDeletion(uuid('5', 99))).toMatchObject({ outcome: 'unchanged' });
  });
});
