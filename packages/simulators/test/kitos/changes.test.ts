import { leakGuard } from '@os2bridge/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { KitosRefusal, type KitosChange } from '../../src/index.ts';
import { id, NOON, runKitos } from './helpers.ts';

const guard = leakGuard();
afterAll(() => guard.check());

interface Validated {
  readonly general: { readonly validity: { readonly valid: boolean } };
}

type Run = Awaited<ReturnType<typeof runKitos>>;
const touched = async (run: Run, what: 'it-systems' | 'it-system-usages'): Promise<string[]> =>
  (await run.see<{ uuid: string }[]>(`${what}?includeDeactivated=true&changedSinceGtEq=${NOON}`)).map(({ uuid }) => uuid);

describe('what a change moves', () => {
  const owner = { usage: id.usage(1), user: id.user(1), role: id.role(1) };
  test.each<[string, KitosChange, string[], string[]]>([
    ['a new holder moves the usage', { kind: 'assign-role', ...owner, user: id.user(2) }, [id.usage(1)], []],
    ['a holder less moves the usage', { kind: 'remove-role', ...owner }, [id.usage(1)], []],
    ['an edit moves the usage', { kind: 'edit-usage', usage: id.usage(1), lifeCycleStatus: 'PhasingOut' }, [id.usage(1)], []],
    ['a new usage is a changed one, its system is not', { kind: 'add-usage', uuid: id.usage(4), system: id.system(2) }, [id.usage(4)], []],
    [
      'a move moves the usage and both systems',
      { kind: 'move-usage', usage: id.usage(1), system: id.system(2) },
      [id.usage(1)],
      [id.system(1), id.system(2)],
    ],
    ['a rename moves the system alone', { kind: 'rename-system', system: id.system(1), name: 'Løn 2' }, [], [id.system(1)]],
    ['a deactivation moves the system alone', { kind: 'deactivate-system', system: id.system(1) }, [], [id.system(1)]],
    ['a new e-mail moves nothing', { kind: 'change-user', user: id.user(1), email: 'ny@aeblevig.example' }, [], []],
    ['a role’s new name moves nothing', { kind: 'rename-role-type', role: id.role(1), name: 'Ejer' }, [], []],
    ['a main contract that ends moves nothing', { kind: 'set-main-contract', usage: id.usage(1), active: false }, [], []],
    ['a user who is only taken off the list moves nothing', { kind: 'strip-user', user: id.user(1) }, [], []],
    ['a user who leaves moves the usages that lose a holder', { kind: 'remove-user', user: id.user(1) }, [id.usage(1)], []],
  ])('%s', async (_name, change, usages, systems) => {
    await using run = await runKitos();
    run.kitos.change(change);
    expect(await touched(run, 'it-system-usages')).toEqual(usages);
    expect((await touched(run, 'it-systems')).toSorted()).toEqual(systems);
  });

  test('names are always today’s', async () => {
    await using run = await runKitos();
    run.kitos.change(
      { kind: 'rename-system', system: id.system(1), name: 'Løn 2' },
      { kind: 'change-user', user: id.user(1), lastName: 'Nygift' },
      { kind: 'rename-role-type', role: id.role(1), name: 'Ejer' },
    );
    expect(await run.see(`it-system-usages/${id.usage(1)}`)).toMatchObject({
      systemContext: { name: 'Løn 2' },
      roles: [{ user: { name: 'Åse Nygift' }, role: { name: 'Ejer' } }],
      lastModified: '2026-02-01T10:00:00.1Z',
    });
    expect(await run.see(`it-systems/${id.system(1)}`)).toMatchObject({ formerName: 'Løn' });
  });

  test('changes at a clock that stands still are 100 ns apart; one that is told its time has it', async () => {
    await using run = await runKitos();
    run.kitos.change(
      { kind: 'edit-usage', usage: id.usage(1) },
      { kind: 'edit-usage', usage: id.usage(3) },
      { kind: 'rename-system', system: id.system(1), name: 'Løn 2', at: '2026-11-22T12:00:00.0000001Z' },
    );
    expect(await run.see(`it-system-usages/${id.usage(1)}`)).toMatchObject({ lastModified: NOON });
    expect(await run.see(`it-system-usages/${id.usage(3)}`)).toMatchObject({ lastModified: '2026-11-22T12:00:00.0000001Z' });
    expect(await run.see(`it-systems/${id.system(1)}`)).toMatchObject({ lastModified: '2026-11-22T12:00:00.0000001Z' });
  });
});

describe('validity', () => {
  test('is worked out when it is read: by date, life cycle and main contract', async () => {
    await using run = await runKitos();
    const valid = async (): Promise<boolean> => (await run.see<Validated>(`it-system-usages/${id.usage(1)}`)).general.validity.valid;
    run.kitos.change({ kind: 'edit-usage', usage: id.usage(1), validFrom: '2026-11-22', validTo: '2026-11-22' });
    expect(await valid()).toBe(true);
    run.kitos.setNow('2026-11-21T23:59:59Z');
    expect(await valid()).toBe(false);
    run.kitos.setNow(NOON);
    run.kitos.change({ kind: 'set-main-contract', usage: id.usage(1), active: false });
    expect(await valid()).toBe(false);
    run.kitos.change({ kind: 'set-main-contract', usage: id.usage(1), active: true });
    expect(await valid()).toBe(true);
    run.kitos.change({ kind: 'edit-usage', usage: id.usage(1), lifeCycleStatus: 'NotInUse' });
    expect(await valid()).toBe(false);
  });
});

describe('deletions', () => {
  test('a system in use is not deleted; by force its usages go first, each with its own event', async () => {
    await using run = await runKitos();
    expect(() => run.kitos.change({ kind: 'delete-system', system: id.system(1) })).toThrow(KitosRefusal);
    run.kitos.setAccount({ globalAdmin: true });
    run.kitos.change({ kind: 'delete-system', system: id.system(1), force: true });
    const events = await run.see<{ entityUuid: string }[]>('delta-feed/deleted-entities');
    expect(
      events
        .slice(0, 2)
        .map(({ entityUuid }) => entityUuid)
        .toSorted(),
    ).toEqual([id.usage(1), id.usage(2)]);
    expect(events[2]).toMatchObject({ entityUuid: id.system(1), entityType: 'ItSystem' });
    expect((await run.ask(`it-systems/${id.system(1)}`)).status).toBe(404);
  });

  test('deleted and made again is a new usage', async () => {
    await using run = await runKitos();
    expect(() => run.kitos.change({ kind: 'add-usage', uuid: id.usage(9), system: id.system(1) })).toThrow('in use');
    run.kitos.change({ kind: 'delete-usage', usage: id.usage(1) }, { kind: 'add-usage', uuid: id.usage(9), system: id.system(1) });
    expect((await run.ask(`it-system-usages/${id.usage(1)}`)).status).toBe(404);
    expect(await run.see(`it-system-usages/${id.usage(9)}`)).toMatchObject({ systemContext: { uuid: id.system(1) }, roles: [] });
  });

  test('a deactivated system is not taken into use', async () => {
    await using run = await runKitos();
    run.kitos.change({ kind: 'delete-usage', usage: id.usage(3) });
    expect(() => run.kitos.change({ kind: 'add-usage', uuid: id.usage(9), system: id.system(3) })).toThrow('deactivated');
  });
});

describe('users who leave', () => {
  test('the last organisation are anonymised and lose their roles; another one they stay in keeps them', async () => {
    await using run = await runKitos();
    run.kitos.change({ kind: 'assign-role', usage: id.usage(1), user: id.user(2), role: id.role(2) });
    run.kitos.change({ kind: 'remove-user', user: id.user(1) }, { kind: 'remove-user', user: id.user(2) });
    expect(await run.see(`organizations/${id.org(1)}/users`)).toEqual([]);
    expect(await run.see(`it-system-usages/${id.usage(1)}`)).toMatchObject({ roles: [] });
    expect(run.kitos.dataset().users).toMatchObject([
      { firstName: 'Slettet bruger', email: `${id.user(1)}_deleted_user@kitos.dk` },
      { firstName: 'Bjørn', organisations: [id.org(2)] },
    ]);
  });

  test('are only taken off the list when their membership alone goes: a holder nobody finds', async () => {
    await using run = await runKitos();
    run.kitos.change({ kind: 'strip-user', user: id.user(1) });
    expect(await run.see(`organizations/${id.org(1)}/users`)).toMatchObject([{ uuid: id.user(2) }]);
    expect(await run.see(`it-system-usages/${id.usage(1)}`)).toMatchObject({ roles: [{ user: { uuid: id.user(1), name: 'Åse Ærlig' } }] });
  });
});

describe('a slow transaction', () => {
  test('is seen when it ends, with the time at which it began', async () => {
    await using run = await runKitos();
    const commit = run.kitos.changeLate({ kind: 'assign-role', usage: id.usage(1), user: id.user(2), role: id.role(1) });
    run.kitos.setNow('2026-11-22T12:01:00Z');
    run.kitos.change({ kind: 'edit-usage', usage: id.usage(3) });
    expect(await touched(run, 'it-system-usages')).toEqual([id.usage(3)]);
    commit();
    commit();
    expect(await touched(run, 'it-system-usages')).toEqual([id.usage(1), id.usage(3)]);
    expect(await run.see(`it-system-usages/${id.usage(1)}`)).toMatchObject({ lastModified: NOON, roles: [{}, {}] });
  });

  test('of a deletion puts an older event behind newer ones', async () => {
    await using run = await runKitos();
    const commit = run.kitos.changeLate({ kind: 'delete-usage', usage: id.usage(1) });
    run.kitos.setNow('2026-11-22T12:01:00Z');
    run.kitos.change({ kind: 'delete-usage', usage: id.usage(3) });
    commit();
    expect(await run.see('delta-feed/deleted-entities')).toMatchObject([
      { entityUuid: id.usage(1), occurredAtUtc: NOON },
      { entityUuid: id.usage(3), occurredAtUtc: '2026-11-22T12:01:00Z' },
    ]);
  });
});
