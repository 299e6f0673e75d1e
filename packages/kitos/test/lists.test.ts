import { leakGuard } from '@os2bridge/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { KITOS_BEGINNING, latestKitosTime, overlapping, parseKitosTime, type KitosTime } from '../src/index.ts';
import { runKitos } from './support/client-for.ts';
import { errorOf } from './support/error-of.ts';
import { startFakeKitos } from './support/fake-kitos.ts';
import { clientFor } from './support/client-for.ts';
import { gather } from './support/gather.ts';
import { manyUsages, smallKitos } from './support/small-kitos.ts';
import { id, OWNER, RESPONSIBLE } from './support/uuid.ts';

const guard = leakGuard();
afterAll(() => guard.check());

const time = (text: string): KitosTime => parseKitosTime(text)!;
const second = (number: number): string => `2026-01-01T00:00:${String(number).padStart(2, '0')}Z`;

describe('usages', () => {
  test('carry their holders, system and validity', async () => {
    await using run = await runKitos();
    const [first] = await gather(run.client.usages(id.org));
    expect(first).toEqual({
      uuid: id.usage(1),
      lastModified: expect.stringMatching(/^2024-03-01T08:00:\d\d\.\d{7}Z$/),
      system: { uuid: id.system(1), name: 'Løn' },
      organisation: id.org,
      valid: true,
      holders: expect.arrayContaining([
        { user: { uuid: id.user(1), name: 'Åse Ærlig' }, role: { uuid: OWNER, name: 'Systemejer' } },
        { user: { uuid: id.user(2), name: 'Bjørn Ø' }, role: { uuid: OWNER, name: 'Systemejer' } },
        { user: { uuid: id.user(3), name: 'Gæst' }, role: { uuid: RESPONSIBLE, name: 'Systemansvarlig' } },
      ]),
    });
  });

  test('a thousand come in four pages of 250 and a short one', async () => {
    await using run = await runKitos({ dataset: manyUsages(1_000) });
    const { kitos, client } = run;
    expect(new Set((await gather(client.usages(id.org))).map(({ uuid }) => uuid)).size).toBe(1_000);
    expect(kitos.stats().byOperation.usages).toBe(5);
    expect(
      kitos
        .log()
        .filter(({ operation }) => operation === 'usages')
        .every(({ query }) => query['pageSize'] === '250'),
    ).toBe(true);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 12, 13])(
    'with pages of %i, rows of one instant at a page border are neither lost nor given twice',
    async (pageSize) => {
      // Groups of 1, 5, 4 and 2 rows with one time each.
      const times = [1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4];
      await using run = await runKitos({ dataset: manyUsages(12, (number) => second(times[number - 1]!)) }, { pageSize });
      const seen = await gather(run.client.usages(id.org));
      expect(seen.map(({ uuid }) => uuid)).toEqual(times.map((_, at) => id.usage(at + 1)));
    },
  );

  test('those changed since are those at that very instant and later, to 100 ns', async () => {
    const ticks = (number: number): string => `2026-01-01T00:00:00.000000${number}Z`;
    await using run = await runKitos({ dataset: manyUsages(9, ticks) });
    const seen = await gather(run.client.usages(id.org, { changedSince: time(ticks(7)) }));
    expect(seen.map(({ uuid }) => uuid)).toEqual([7, 8, 9].map(id.usage));
  });

  test('one that is edited while the list is read comes again with its new time', async () => {
    await using run = await runKitos({ dataset: manyUsages(6), now: '2026-11-22T12:00:00Z' }, { pageSize: 2 });
    const { kitos, client } = run;
    const seen = [];
    for await (const page of client.usages(id.org)) {
      if (seen.length === 0) kitos.change({ kind: 'edit-usage', usage: id.usage(2), lifeCycleStatus: 'NotInUse' });
      seen.push(...page);
    }
    expect(seen.map(({ uuid }) => uuid)).toEqual([1, 2, 3, 4, 5, 6, 2].map(id.usage));
    expect(seen.at(-1)).toMatchObject({ valid: false, lastModified: '2026-11-22T12:00:00.0000000Z' });
  });

  test('an unknown organisation has none, and that is no error of Kitos', async () => {
    await using run = await runKitos();
    expect(await gather(run.client.usages(id.company))).toEqual([]);
  });

  test('one that is asked for alone is the same as in the list; an unknown or deleted one is null', async () => {
    await using run = await runKitos();
    const { kitos, client } = run;
    const [first] = await gather(client.usages(id.org));
    expect(await client.usage(id.usage(1))).toEqual(first);
    expect(await client.usage(id.usage(99))).toBeNull();
    kitos.change({ kind: 'delete-usage', usage: id.usage(1) });
    expect(await client.usage(id.usage(1))).toBeNull();
  });

  test('pages are asked for one at a time, when they are wanted', async () => {
    await using run = await runKitos({ dataset: manyUsages(10) }, { pageSize: 2 });
    for await (const page of run.client.usages(id.org)) if (page.length > 0) break;
    expect(run.kitos.stats().byOperation.usages).toBe(1);
  });

  test('a signal ends the list with its own reason', async () => {
    await using run = await runKitos({ dataset: manyUsages(10) }, { pageSize: 2 });
    const stop = new AbortController();
    const reading = (async () => {
      for await (const _page of run.client.usages(id.org, { signal: stop.signal })) stop.abort(new Error('enough'));
    })();
    await expect(reading).rejects.toThrow('enough');
  });
});

describe('other lists', () => {
  test('users have a name and an e-mail, or null', async () => {
    const users = [
      { uuid: id.user(1), firstName: 'Åse', lastName: null, email: ' aase@aeblevig.example ' },
      { uuid: id.user(2), firstName: null, email: null },
    ];
    await using run = await runKitos({ dataset: smallKitos({ users, usages: [] }) });
    expect(await gather(run.client.users(id.org))).toEqual([
      { uuid: id.user(1), name: 'Åse', email: 'aase@aeblevig.example' },
      { uuid: id.user(2), name: null, email: null },
    ]);
  });

  test('names and e-mails of 300 letters come whole', async () => {
    const long = 'å'.repeat(300);
    await using run = await runKitos({ dataset: smallKitos({ users: [{ uuid: id.user(1), firstName: long, email: long }], usages: [] }) });
    expect(await gather(run.client.users(id.org))).toEqual([{ uuid: id.user(1), name: long, email: long }]);
  });

  test('role types come with uuid and name', async () => {
    await using run = await runKitos();
    expect(await run.client.usageRoleTypes(id.org)).toEqual([
      { uuid: OWNER, name: 'Systemejer' },
      { uuid: RESPONSIBLE, name: 'Systemansvarlig' },
    ]);
  });

  test('systems changed since are found by their own time, which a rename moves', async () => {
    await using run = await runKitos({ now: '2026-11-22T12:00:00Z' });
    const { kitos, client } = run;
    kitos.change({ kind: 'rename-system', system: id.system(2), name: 'Ældreportalen' });
    const changedSince = time('2026-11-22T12:00:00Z');
    expect(await gather(client.systems(id.org, { changedSince }))).toEqual([
      { uuid: id.system(2), name: 'Ældreportalen', lastModified: '2026-11-22T12:00:00.0000000Z', deactivated: false },
    ]);
    expect(await gather(client.systems(id.org))).toHaveLength(2);
  });

  test('the dropdown has the systems in use that are not deactivated, in Danish order', async () => {
    const systems = ['Årsplan', 'Ælling', 'Zebra', 'Østvagt', 'Abe'].map((name, at) => ({ uuid: id.system(at + 1), name }));
    const usages = systems.map(({ uuid }, at) => ({ uuid: id.usage(at + 1), system: uuid }));
    await using run = await runKitos({ dataset: smallKitos({ systems, usages }) });
    run.kitos.change({ kind: 'deactivate-system', system: id.system(5) });
    expect((await run.client.systemsForDropdown(id.org)).map(({ name }) => name)).toEqual(['Zebra', 'Ælling', 'Østvagt', 'Årsplan']);
  });

  test('deletions come oldest first, of one type, from the very instant', async () => {
    await using run = await runKitos({ now: '2026-11-22T12:00:00Z' });
    const { kitos, client } = run;
    kitos.change({ kind: 'delete-usage', usage: id.usage(2), at: '2026-11-20T00:00:00.0000002Z' });
    kitos.change({ kind: 'delete-system', system: id.system(3), at: '2026-11-20T00:00:00.0000003Z' });
    kitos.change({ kind: 'delete-usage', usage: id.usage(1), at: '2026-11-20T00:00:00.0000004Z' });
    const all = await gather(client.deletedEntities('ItSystemUsage', KITOS_BEGINNING));
    expect(all).toEqual([
      { uuid: id.usage(2), type: 'ItSystemUsage', occurredAt: '2026-11-20T00:00:00.0000002Z' },
      { uuid: id.usage(1), type: 'ItSystemUsage', occurredAt: '2026-11-20T00:00:00.0000004Z' },
    ]);
    expect(await gather(client.deletedEntities('ItSystem', time('2026-11-20T00:00:00.0000003Z')))).toMatchObject([{ uuid: id.system(3) }]);
    expect(await gather(client.deletedEntities('ItSystem', time('2026-11-20T00:00:00.0000004Z')))).toEqual([]);
  });

  test.each([2, 3, 4, 5])(
    'with pages of %i, deletions of one instant are not lost at a page border though their order changes',
    async (pageSize) => {
      const deletions = [1, 2, 2, 3, 3, 4].map((number, at) => ({
        uuid: id.usage(at + 1),
        type: 'ItSystemUsage' as const,
        organisation: id.org,
        occurredAt: second(number),
      }));
      await using run = await runKitos({ dataset: smallKitos({ deletions }) }, { pageSize });
      const seen = await gather(run.client.deletedEntities('ItSystemUsage', KITOS_BEGINNING));
      expect(seen.map(({ uuid }) => uuid).toSorted()).toEqual([1, 2, 3, 4, 5, 6].map(id.usage));
    },
  );

  test('a watermark is the latest time that was read, and the next read overlaps it', async () => {
    await using run = await runKitos({ dataset: manyUsages(5, second) });
    const watermark = latestKitosTime((await gather(run.client.usages(id.org))).map(({ lastModified }) => lastModified))!;
    const again = await gather(run.client.usages(id.org, { changedSince: overlapping(watermark, 2_000) }));
    expect(again.map(({ uuid }) => uuid)).toEqual([3, 4, 5].map(id.usage));
  });
});

describe('a list that makes no sense is thrown, not believed', () => {
  const usage = (number: number, lastModified: string, changes: object = {}) => ({
    uuid: id.usage(number),
    lastModified,
    systemContext: { uuid: id.system(number), name: 'Løn' },
    organizationContext: { uuid: id.org },
    general: { validity: { valid: true } },
    roles: [],
    ...changes,
  });
  const answering = (json: (query: URLSearchParams) => unknown) =>
    startFakeKitos(({ path, query }) => (path.endsWith('GetToken') ? null : { json: json(query) }));

  test.each<[string, unknown[]]>([
    ['rows out of order of time', [usage(1, second(2)), usage(2, second(1))]],
    ['rows older than asked for', [usage(1, '2025-01-01T00:00:00Z')]],
    ['a usage of another organisation', [usage(1, second(5), { organizationContext: { uuid: id.company } })]],
    ['a usage without a list of roles', [usage(1, second(5), { roles: undefined })]],
    ['a usage whose list of roles is null', [usage(1, second(5), { roles: null })]],
    ['a usage without a time', [usage(1, second(5), { lastModified: null })]],
    ['a usage whose time has no zone', [usage(1, '2026-01-01T00:00:05')]],
    ['a usage without a system', [usage(1, second(5), { systemContext: null })]],
  ])('%s', async (_name, rows) => {
    await using kitos = await answering(() => rows);
    const error = await errorOf(gather(clientFor(kitos.url).usages(id.org, { changedSince: time(second(0)) })));
    expect(error).toMatchObject({ code: 'kitos-answer', fate: 'later', operation: 'usages' });
    expect(error.message).toMatch(/50000000-0000-4000-8000-00000000000[12]/);
  });

  test('a server that passes over the page number does not keep us for ever', async () => {
    await using kitos = await answering(() => [
      { uuid: id.user(1), name: 'Åse' },
      { uuid: id.user(2), name: 'Bjørn' },
    ]);
    expect(await errorOf(gather(clientFor(kitos.url, { pageSize: 2 }).users(id.org)))).toMatchObject({ code: 'kitos-answer' });
    expect(kitos.seen).toHaveLength(3);
  });

  test('a server that passes over the page number within one instant does not keep us for ever', async () => {
    await using kitos = await answering(() => [usage(1, second(1)), usage(2, second(1))]);
    expect(await errorOf(gather(clientFor(kitos.url, { pageSize: 2 }).usages(id.org)))).toMatchObject({ code: 'kitos-answer' });
  });

  test('a deletion feed that gives its whole history, since it could not read the question', async () => {
    const event = { occurredAtUtc: '2021-09-28T00:00:00Z', entityUuid: id.usage(1), entityType: 'ItSystemUsage' };
    await using kitos = await answering(() => [event]);
    const deletions = clientFor(kitos.url).deletedEntities('ItSystemUsage', time(second(0)));
    expect(await errorOf(gather(deletions))).toMatchObject({ code: 'kitos-answer', fate: 'later' });
  });

  test('a deletion of another type than asked for', async () => {
    const event = { occurredAtUtc: second(5), entityUuid: id.system(1), entityType: 'ItSystem' };
    await using kitos = await answering(() => [event]);
    const deletions = clientFor(kitos.url).deletedEntities('ItSystemUsage', time(second(0)));
    expect(await errorOf(gather(deletions))).toMatchObject({ code: 'kitos-answer', fate: 'later' });
  });
});
