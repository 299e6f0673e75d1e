import type { RunRecord } from '@os2bridge/jobs';
import type { LedgerEntry } from '@os2bridge/reconcile';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openWorld, type CliWorld } from './support/cli-world.ts';

// Each call is a process of its own, and a busy machine takes seconds to start one.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let world: CliWorld;
let held: RunRecord;
/** MO uuid → FK uuid of three persons who are one user each. */
let leavers: ReadonlyMap<string, string>;

beforeAll(async () => {
  world = await openWorld({ units: 12, employees: 30 }, { 'os2bridge.delete_limit': 1 });
  await world.startWorker();
  await world.run(['sync', '--all', '--wait']);
  const sent: LedgerEntry[] = [];
  for await (const page of world.bridge.stores.user.ledger.scan()) sent.push(...page);
  const single = sent.filter(({ mo }) => sent.filter((other) => other.mo === mo).length === 1);
  leavers = new Map(single.slice(0, 3).map(({ mo, fk }) => [mo, fk]));
});
afterAll(() => world.close());

describe('more deletions than the limit', () => {
  test('plan lists them and says that a sync would ask', async () => {
    // Everybody is still there, but for three whose engagements are gone.
    const stays = (engagement: object): boolean => ![...leavers.keys()].some((person) => JSON.stringify(engagement).includes(person));
    world.mo.load({ ...world.dataset, engagements: world.dataset.engagements.filter(stays) });

    const { code, stdout } = await world.run(['plan', '--only', 'delete']);
    expect(code).toBe(4);
    expect(stdout).toMatch(/users +delete +3 +no-position 3/);
    for (const uuid of leavers.values()) expect(stdout).toContain(uuid);
    expect(stdout).toContain('would delete 3 of');
  });

  test('sync --all --wait ends with 4 and names the command that approves', async () => {
    const { code, stdout } = await world.spawn(['sync', '--all', '--wait']);
    expect(code).toBe(4);
    [held] = (await world.bridge.runs.list(1)) as [RunRecord];
    expect(stdout).toContain(`os2bridge approve ${held.id}`);
    expect(held.counters).toMatchObject({ orgunits: 12, users: 30, delete: 3 });
    expect((await world.run(['status'])).stdout).toContain(`Run ${held.id} waits for an approval`);
  });

  test('approve shows what would go, and without a terminal needs --yes', async () => {
    const { code, stdout, stderr } = await world.spawn(['approve', held.id]);
    expect(code).toBe(2);
    expect(stdout).toContain('would delete 3 users (no-position 3)');
    for (const uuid of leavers.values()) expect(stdout).toContain(uuid);
    expect(stderr).toContain('--yes');
    expect(world.os2sync.state().users.filter(({ Uuid }) => [...leavers.values()].includes(Uuid ?? ''))).toHaveLength(3);
  });

  test('approve --yes --wait deletes exactly that', async () => {
    const before = world.os2sync.state().users.length;
    const { code, answer } = await world.json(['approve', held.id, '--yes', '--wait']);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ run: { state: 'done', approvedBy: 'drift', counters: { deleted: 3, failed: 0 } } });
    expect(world.os2sync.state().users).toHaveLength(before - 3);
    expect(world.os2sync.state().users.filter(({ Uuid }) => [...leavers.values()].includes(Uuid ?? ''))).toEqual([]);
  });

  test('a run is approved once only', async () => {
    const { code, stderr } = await world.run(['approve', held.id, '--yes']);
    expect(code).toBe(1);
    expect(stderr).toContain(`run ${held.id} does not wait for an approval: it is done`);
  });

  test('a run that does not exist cannot be approved', async () => {
    expect((await world.run(['approve', 'nothing', '--yes'])).code).toBe(2);
  });
});
