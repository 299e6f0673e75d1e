/** One test for each defect of Rollekatalog's own integration that concerns the client, by its number in facts/kitos.md §7. */
import { leakGuard } from '@os2bridge/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { isAnonymised, latestKitosTime, overlapping, parseKitosTime, type KitosTime, type KitosUsage } from '../src/index.ts';
import { runKitos } from './support/client-for.ts';
import { errorOf } from './support/error-of.ts';
import { gather } from './support/gather.ts';
import { CVR, manyUsages, smallKitos } from './support/small-kitos.ts';
import { id, OWNER, RESPONSIBLE } from './support/uuid.ts';

const guard = leakGuard();
afterAll(() => guard.check());

const time = (text: string): KitosTime => parseKitosTime(text)!;
const uuids = (rows: readonly { readonly uuid: string }[]): string[] => rows.map(({ uuid }) => uuid);
const NOON = '2026-11-22T12:00:00Z';

describe('the defects of the integration before us', () => {
  test('1 (offset saved before data): a read that fails half-way leaves nothing behind, and the next reads the same changes', async () => {
    await using run = await runKitos({ dataset: manyUsages(6) }, { pageSize: 2 });
    const { kitos, client } = run;
    kitos.addFaults({ kind: 'http-500', operation: 'usages', after: 1, times: 1 });
    expect(await errorOf(gather(client.usages(id.org)))).toMatchObject({ code: 'kitos-down', fate: 'later' });
    expect(uuids(await gather(client.usages(id.org)))).toEqual([1, 2, 3, 4, 5, 6].map(id.usage));
  });

  test('2 (dropped on 4xx): a refusal is an error, never an absence', async () => {
    await using run = await runKitos();
    const { kitos, client } = run;
    for (const status of [400, 401, 403, 409, 410, 418]) {
      kitos.clearFaults();
      kitos.addFaults({ kind: 'http-status', status, operation: 'usage' }, { kind: 'http-status', status, operation: 'usages' });
      expect((await errorOf(client.usage(id.usage(1)))).code).toMatch(/^kitos-/);
      expect((await errorOf(gather(client.usages(id.org)))).code).toMatch(/^kitos-/);
    }
  });

  test('2: a 404 that is a web page, as a proxy makes it, is no absence either', async () => {
    await using run = await runKitos();
    run.kitos.addFaults({ kind: 'http-status', status: 404, operation: 'usage' });
    expect(await errorOf(run.client.usage(id.usage(1)))).toMatchObject({ code: 'kitos-unexpected', fate: 'pause' });
  });

  test('3 (plusNanos): the row at the watermark, its ties and the row 100 ns later are all read again', async () => {
    const times = ['00.0000001', '00.0000001', '00.0000002', '00.0000009'];
    await using run = await runKitos({ dataset: manyUsages(4, (number) => `2026-01-01T00:00:${times[number - 1]}Z`) });
    const changedSince = time('2026-01-01T00:00:00.0000001Z');
    expect(uuids(await gather(run.client.usages(id.org, { changedSince })))).toEqual([1, 2, 3, 4].map(id.usage));
    expect(run.kitos.log().at(-1)?.query['changedSinceGtEq']).toBe('2026-01-01T00:00:00.0000001Z');
  });

  test('3: a transaction that commits late, with an older time, is inside the overlap', async () => {
    await using run = await runKitos({ dataset: manyUsages(3), now: NOON });
    const { kitos, client } = run;
    const commit = kitos.changeLate({ kind: 'assign-role', usage: id.usage(1), user: id.user(1), role: OWNER });
    kitos.setNow('2026-11-22T12:00:30Z');
    kitos.change({ kind: 'assign-role', usage: id.usage(2), user: id.user(1), role: OWNER });
    const watermark = latestKitosTime((await gather(client.usages(id.org))).map(({ lastModified }) => lastModified))!;
    expect(watermark).toBe('2026-11-22T12:00:30.0000000Z');
    commit();
    expect(uuids(await gather(client.usages(id.org, { changedSince: watermark })))).toEqual([id.usage(2)]);
    const again = await gather(client.usages(id.org, { changedSince: overlapping(watermark, 600_000) }));
    expect(again.find(({ uuid }) => uuid === id.usage(1))?.holders).toHaveLength(1);
  });

  test.each([
    ['edited', (number: number) => ({ kind: 'edit-usage', usage: id.usage(number), validFrom: '2020-01-01' }) as const],
    ['deleted', (number: number) => ({ kind: 'delete-usage', usage: id.usage(number) }) as const],
  ])('4 (offset paging over a moving set): rows that are %s between two pages hide no other', async (_what, change) => {
    await using run = await runKitos({ dataset: manyUsages(20) }, { pageSize: 5 });
    const { kitos, client } = run;
    const seen = new Set<string>();
    let moved = 0;
    for await (const page of client.usages(id.org)) {
      for (const { uuid } of page) seen.add(uuid);
      // Always the two oldest, which have been given already.
      if (moved < 8) kitos.change(change((moved += 1)), change((moved += 1)));
    }
    expect([...seen].toSorted()).toEqual(Array.from({ length: 20 }, (_, at) => id.usage(at + 1)));
  });

  test('5 (cap of 5,000): 5,600 users are 5,600 users', async () => {
    const users = Array.from({ length: 5_600 }, (_, at) => ({ uuid: id.user(at + 1), firstName: `Nr. ${at + 1}` }));
    await using run = await runKitos({ dataset: smallKitos({ users, usages: [] }) });
    const seen = await gather(run.client.users(id.org));
    expect(new Set(uuids(seen)).size).toBe(5_600);
    expect(run.kitos.stats().byOperation.users).toBe(23);
  });

  test('5: a list that ends exactly with a full page ends', async () => {
    await using run = await runKitos({ dataset: manyUsages(6) }, { pageSize: 3 });
    expect(await gather(run.client.usages(id.org))).toHaveLength(6);
    expect(await gather(run.client.systems(id.org))).toHaveLength(6);
  });

  test('6 (deletion feed since 1970): the feed is read from the watermark on, past the 5,000th event too', async () => {
    const deletions = Array.from({ length: 5_200 }, (_, at) => ({
      uuid: id.system(at + 1),
      type: 'ItSystem' as const,
      public: true,
      occurredAt: new Date(Date.parse('2024-01-01T00:00:00Z') + at * 60_000).toISOString(),
    }));
    await using run = await runKitos({ dataset: { organisations: [{ uuid: id.org, name: 'Æblevig', cvr: CVR }], deletions } });
    const last = time(deletions.at(-1)!.occurredAt);
    expect(uuids(await gather(run.client.deletedEntities('ItSystem', last)))).toEqual([id.system(5_200)]);
    expect(run.kitos.stats()).toMatchObject({ rows: 1, byOperation: { deletions: 1 } });
  });

  test('7 (N+1): one changed usage costs one request, and brings its system and holders along', async () => {
    await using run = await runKitos({ dataset: manyUsages(300), now: NOON });
    const { kitos, client } = run;
    kitos.change({ kind: 'assign-role', usage: id.usage(7), user: id.user(1), role: OWNER });
    await client.organisation(CVR);
    kitos.resetStats();
    const [changed, ...others] = await gather(client.usages(id.org, { changedSince: time(NOON) }));
    expect(others).toEqual([]);
    expect(changed).toMatchObject({ system: { uuid: id.system(7), name: 'System 7' }, holders: [{ user: { uuid: id.user(1) } }] });
    expect(kitos.stats().requests).toBe(1);
  });

  test('8 (changes that move no time): new names, e-mails and validity are in the full lists though not among the changes', async () => {
    await using run = await runKitos({ now: NOON });
    const { kitos, client } = run;
    kitos.change(
      { kind: 'change-user', user: id.user(1), email: 'ny@aeblevig.example', lastName: 'Nygift' },
      { kind: 'rename-system', system: id.system(1), name: 'Løn 2' },
      { kind: 'set-main-contract', usage: id.usage(2), active: false },
    );
    expect(await gather(client.usages(id.org, { changedSince: time(NOON) }))).toEqual([]);
    const [first, other] = await gather(client.usages(id.org));
    expect(first).toMatchObject({ system: { name: 'Løn 2' } });
    expect(first?.holders.map(({ user }) => user.name)).toContain('Åse Nygift');
    expect(other).toMatchObject({ valid: false });
    expect(await gather(client.users(id.org))).toContainEqual({ uuid: id.user(1), name: 'Åse Nygift', email: 'ny@aeblevig.example' });
  });

  test('8: a validity that ends by date is seen the day after', async () => {
    await using run = await runKitos({ now: NOON });
    const { kitos, client } = run;
    kitos.change({ kind: 'edit-usage', usage: id.usage(1), validTo: '2026-11-22' });
    expect(await client.usage(id.usage(1))).toMatchObject({ valid: true });
    kitos.setNow('2026-11-23T00:00:01Z');
    expect(await client.usage(id.usage(1))).toMatchObject({ valid: false, lastModified: time(NOON) });
  });

  test('9 (first holder only): every holder of every role is given', async () => {
    await using run = await runKitos();
    const usage = await run.client.usage(id.usage(1));
    expect(usage?.holders.filter(({ role }) => role.uuid === OWNER)).toHaveLength(2);
    expect(usage?.holders.filter(({ role }) => role.uuid === RESPONSIBLE)).toHaveLength(1);
  });

  test('10 (name matching): an anonymised user is recognised, by e-mail or by name', async () => {
    await using run = await runKitos();
    const { kitos, client } = run;
    kitos.change({ kind: 'delete-user', user: id.user(3) });
    kitos.change({ kind: 'assign-role', usage: id.usage(2), user: id.user(3), role: OWNER });
    const usage = await client.usage(id.usage(2));
    expect(isAnonymised({ name: usage?.holders[0]?.user.name ?? null, email: null })).toBe(true);
    expect(isAnonymised({ name: null, email: `${id.user(3)}_deleted_user@kitos.dk` })).toBe(true);
    expect(isAnonymised({ name: 'Åse Slettet', email: 'aase@aeblevig.example' })).toBe(false);
    expect(isAnonymised({ name: null, email: null })).toBe(false);
  });

  test('12 (invalid and deleted): a usage that is no longer valid still says who holds it; a deleted one is in the feed', async () => {
    await using run = await runKitos({ now: NOON });
    const { kitos, client } = run;
    kitos.change({ kind: 'edit-usage', usage: id.usage(1), lifeCycleStatus: 'NotInUse' }, { kind: 'delete-usage', usage: id.usage(2) });
    const [only, ...others] = await gather(client.usages(id.org));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ uuid: id.usage(1), valid: false });
    expect(only?.holders).toHaveLength(3);
    expect(uuids(await gather(client.deletedEntities('ItSystemUsage', time(NOON))))).toEqual([id.usage(2)]);
  });

  test('13 (keyed on the system): a usage that moves to another system keeps its uuid', async () => {
    await using run = await runKitos({ now: NOON });
    run.kitos.change({ kind: 'move-usage', usage: id.usage(1), system: id.system(3) });
    const changed = await gather(run.client.usages(id.org, { changedSince: time(NOON) }));
    expect(changed).toMatchObject([{ uuid: id.usage(1), system: { uuid: id.system(3), name: 'Kort' } }]);
  });

  test('13: a usage that is deleted and made again has another uuid, and the old one is in the feed', async () => {
    await using run = await runKitos({ now: NOON });
    const { kitos, client } = run;
    kitos.change({ kind: 'delete-usage', usage: id.usage(1) }, { kind: 'add-usage', uuid: id.usage(9), system: id.system(1) });
    expect(uuids(await gather(client.usages(id.org)))).toEqual([id.usage(2), id.usage(9)]);
    expect(uuids(await gather(client.deletedEntities('ItSystemUsage', time(NOON))))).toEqual([id.usage(1)]);
  });

  test('15 (CVR as a substring): of several that contain the number, the one that is it', async () => {
    const organisations = [
      { uuid: id.company, name: 'Ærø Systemhus', cvr: `${CVR}1`, type: 'Company' as const },
      { uuid: id.org, name: 'Æblevig', cvr: CVR },
    ];
    await using run = await runKitos({ dataset: smallKitos({ organisations }) }, { pageSize: 1 });
    expect(await run.client.organisation(CVR)).toEqual({ uuid: id.org, name: 'Æblevig', cvr: CVR });
  });

  test('15: a number that nobody has exactly is an error that says what to do', async () => {
    await using run = await runKitos();
    const error = await errorOf(run.client.organisation('2345678'));
    expect(error).toMatchObject({ code: 'kitos-organisation', fate: 'pause' });
    expect(error.message).toContain('Check the CVR number');
  });

  test('15: a number that two have is an error that names both', async () => {
    const organisations = [
      { uuid: id.org, name: 'Æblevig', cvr: CVR },
      { uuid: id.company, name: 'Æblevig Forsyning', cvr: CVR },
    ];
    await using run = await runKitos({ dataset: smallKitos({ organisations }) });
    const error = await errorOf(run.client.organisation(CVR));
    expect(error).toMatchObject({ code: 'kitos-organisation', fate: 'pause' });
    expect(error.message).toContain(id.org);
    expect(error.message).toContain(id.company);
  });

  test('16 (deactivated systems left out): the rename of a deactivated system in use arrives', async () => {
    await using run = await runKitos({ now: NOON });
    const { kitos, client } = run;
    kitos.change({ kind: 'deactivate-system', system: id.system(1) }, { kind: 'rename-system', system: id.system(1), name: 'Udgået' });
    expect(await gather(client.systems(id.org, { changedSince: time(NOON) }))).toMatchObject([{ name: 'Udgået', deactivated: true }]);
  });

  test('18 (role uuids never checked): a role that is switched off in the organisation is not among its role types', async () => {
    const roleTypes = [
      { uuid: OWNER, name: 'Systemejer' },
      { uuid: RESPONSIBLE, name: 'Systemansvarlig', organisations: [] },
    ];
    await using run = await runKitos({ dataset: smallKitos({ roleTypes }) });
    expect(uuids(await run.client.usageRoleTypes(id.org))).toEqual([OWNER]);
  });

  test('19 (unknown holders): a holder missing in the user list is still given, with the name', async () => {
    await using run = await runKitos();
    const { kitos, client } = run;
    kitos.change({ kind: 'strip-user', user: id.user(1) });
    expect(uuids(await gather(client.users(id.org)))).toEqual([id.user(2)]);
    const usage: KitosUsage | null = await client.usage(id.usage(1));
    expect(usage?.holders).toContainEqual({ user: { uuid: id.user(1), name: 'Åse Ærlig' }, role: { uuid: OWNER, name: 'Systemejer' } });
  });

  test('a full reading of 2,000 usages and 4,000 users, with role types and deletions, takes no more than 40 requests', async () => {
    const users = Array.from({ length: 4_000 }, (_, at) => ({ uuid: id.user(at + 1), firstName: `Nr. ${at + 1}` }));
    await using run = await runKitos({ dataset: { ...manyUsages(2_000), users } });
    const { client } = run;
    const { uuid } = await client.organisation(CVR);
    await client.usageRoleTypes(uuid);
    expect(await gather(client.usages(uuid))).toHaveLength(2_000);
    expect(await gather(client.users(uuid))).toHaveLength(4_000);
    await gather(client.deletedEntities('ItSystemUsage', time(NOON)));
    await gather(client.deletedEntities('ItSystem', time(NOON)));
    await gather(client.systems(uuid, { changedSince: time(NOON) }));
    expect(client.requests).toBeLessThanOrEqual(40);
    expect(client.requests).toBe(run.kitos.stats().requests);
  });
});
