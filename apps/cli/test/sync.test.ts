import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '@os2bridge/jobs';
import { eventually } from '@os2bridge/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openWorld, type CliWorld } from './support/cli-world.ts';
import { expectNoPersonalData } from './support/personal-data.ts';

// Each call is a process of its own, and a busy machine takes seconds to start one.
vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let world: CliWorld;
let worker: { close(): Promise<void> };
beforeAll(async () => {
  world = await openWorld({ units: 20, employees: 60 });
  worker = await world.startWorker();
});
afterAll(() => world.close());

interface Line {
  readonly kind: 'orgunit' | 'user';
  readonly mo: string;
  readonly fk: string | null;
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly payload?: { readonly Uuid: string };
}

const file = (name: string): string => join(world.folder, name);

const linesOf = (name: string): readonly Line[] =>
  readFileSync(file(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as Line);

const runOf = (answer: unknown): RunRecord => (answer as { run: RunRecord }).run;

describe('before the first sync', () => {
  test('plan shows what would be created, per kind and reason, and holds no personal data', async () => {
    const { code, stdout, stderr } = await world.spawn(['plan']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/units +create +\d+ .*top-unit 1/);
    expect(stdout).toMatch(/users +create +\d+ +has-position/);
    expect(stdout).toContain('A sync could do all of this without asking');
    expectNoPersonalData(stdout, world.dataset);
  });

  test('plan --out writes a line for every object, --only those that are asked for', async () => {
    await world.run(['plan', '--out', file('all.ndjson')]);
    await world.run(['plan', '--out', file('created.ndjson'), '--only', 'create']);
    const all = linesOf('all.ndjson');
    expect(new Set(all.filter(({ kind }) => kind === 'user').map(({ mo }) => mo)).size).toBe(60);
    expect(all.every((line) => line.payload === undefined)).toBe(true);
    expect(linesOf('created.ndjson')).toEqual(all.filter(({ verdict }) => verdict === 'create'));
    expectNoPersonalData(readFileSync(file('all.ndjson'), 'utf8'), world.dataset);
  });

  test('plan --payloads warns, and only the owner may read the file', async () => {
    const { code, stdout, stderr } = await world.run(['plan', '--out', file('payloads.ndjson'), '--payloads', '--only', 'create']);
    expect(code).toBe(0);
    expect(stderr).toContain('personal data');
    expectNoPersonalData(stdout + stderr, world.dataset);
    expect(statSync(file('payloads.ndjson')).mode & 0o777).toBe(0o600);
    for (const { fk, payload } of linesOf('payloads.ndjson')) expect(payload?.Uuid).toBe(fk);
  });

  test('plan --json counts the same', async () => {
    const { code, answer } = await world.json(['plan']);
    const created = linesOf('created.ndjson').filter(({ kind }) => kind === 'orgunit').length;
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      outcome: 'done',
      guard: { verdict: 'go' },
      counts: { orgunit: { create: created } },
      deletions: [],
      errors: [],
    });
  });

  test('status and runs say that there is nothing yet', async () => {
    expect((await world.run(['runs'])).stdout).toContain('No run yet');
    expect(await world.json(['status'])).toMatchObject({
      code: 0,
      answer: { municipality: '12345678', runs: [], ledger: { orgunits: 0, users: 0 }, awaitingApproval: [] },
    });
  });
});

describe('a full sync', () => {
  let first: RunRecord;

  test('sync --all --wait sends everything and sums it up', async () => {
    const created = linesOf('created.ndjson').length;
    const { code, stdout, stderr } = await world.spawn(['sync', '--all', '--wait']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Run \S+ \(everything\) is noted/);
    expect(stdout).toContain(`${created} sent, 0 unchanged, 0 deleted, 0 failed`);
    expect(stderr).toMatch(/jobs, \d+ objects seen/);
    expect(world.os2sync.state().orgunits.length + world.os2sync.state().users.length).toBe(created);
    [first] = (await world.bridge.runs.list(1)) as [RunRecord];
  });

  test('a second one sends nothing', async () => {
    const { code, answer } = await world.json(['sync', '--all', '--wait']);
    expect(code).toBe(0);
    expect(runOf(answer)).toMatchObject({ state: 'done', requestedBy: 'drift', counters: { sent: 0, failed: 0, jobs: 0 } });
  });

  test('runs lists both, newest first, and shows one with its changes', async () => {
    const { stdout } = await world.spawn(['runs']);
    expect(stdout).toMatch(/run +state +scope[\s\S]*done +everything +drift/);
    expect(await world.json(['runs', '--limit', '1'])).toMatchObject({ code: 0, answer: { runs: [{ counters: { sent: 0 } }] } });
    const shown = await world.run(['runs', first.id, '--changes']);
    expect(shown.stdout).toMatch(/verdict +kind +MO uuid/);
    expect(shown.stdout).toMatch(/create +unit /);
    expectNoPersonalData(stdout + shown.stdout, world.dataset);
  });

  test('a run that does not exist is a usage error', async () => {
    const { code, stderr } = await world.run(['runs', 'nothing']);
    expect([code, stderr]).toEqual([2, 'os2bridge: there is no run nothing; `os2bridge runs` lists them\n']);
  });

  test('sync --person sends one person, and only with --force when nothing has changed', async () => {
    const person = linesOf('created.ndjson').find(({ kind }) => kind === 'user')!;
    expect(runOf((await world.json(['sync', '--person', person.mo, '--wait'])).answer)).toMatchObject({
      state: 'done',
      counters: { sent: 0, skipped: 1 },
    });
    expect(runOf((await world.json(['sync', '--person', person.mo, '--force', '--wait'])).answer)).toMatchObject({
      state: 'done',
      counters: { sent: 1 },
    });
  });

  test('status shows ledger, queues and workers', async () => {
    const { stdout } = await world.run(['status']);
    expect(stdout).toMatch(/Municipality +12345678/);
    expect(stdout).toMatch(/os2sync-12345678 +0 +0 +0 +0/);
    const { orgunits, users } = world.os2sync.state();
    expect(await world.json(['status'])).toMatchObject({
      answer: { ledger: { orgunits: orgunits.length, users: users.length }, queues: [{ workers: 1 }, { workers: 1 }] },
    });
  });
});

describe('explaining', () => {
  const explain = async (kind: Line['kind'], uuid: string): Promise<{ text: string; answer: unknown }> => {
    const args = ['explain', kind === 'user' ? '--person' : '--unit', uuid];
    const { code, stdout, stderr } = await world.spawn(args);
    expect([code, stderr]).toEqual([0, '']);
    expectNoPersonalData(stdout, world.dataset);
    return { text: stdout, answer: (await world.json(args)).answer };
  };

  test('a transferred unit shows the rules and that nothing is to do', async () => {
    const unit = linesOf('created.ndjson').find(({ kind, reasons }) => kind === 'orgunit' && reasons.includes('in-scope'))!;
    const { text, answer } = await explain('orgunit', unit.mo);
    expect(text).toMatch(/→ no other rule matched: yes, and that decides/);
    expect(text).toMatch(/verdict +unchanged/);
    expect(answer).toMatchObject({ mo: unit.mo, inMo: 'now', objects: [{ fk: unit.fk, verdict: 'unchanged' }] });
  });

  test('a unit that is not transferred shows why', async () => {
    const unit = linesOf('all.ndjson').find(({ kind, verdict }) => kind === 'orgunit' && verdict === 'ignore')!;
    const { text } = await explain('orgunit', unit.mo);
    expect(text).toMatch(/verdict +ignore: it is not transferred/);
  });

  test('a transferred person shows the engagements; the FK uuid finds it too', async () => {
    const person = linesOf('created.ndjson').find(({ kind, mo, fk }) => kind === 'user' && mo !== fk)!;
    const { text, answer } = await explain('user', person.fk!);
    expect(text).toContain(`The FK uuid ${person.fk} was sent for ${person.mo}`);
    expect(text).toContain('Engagements, now or coming');
    expect(answer).toMatchObject({ foundAs: 'fk-uuid', mo: person.mo });
  });

  test('an unknown uuid is said to be unknown', async () => {
    const { text, answer } = await explain('user', '0b1c7c1e-5a55-4c0e-9a51-6d1f0a9e4c01');
    expect(text).toContain('Neither OS2MO nor the ledger knows it');
    expect(answer).toMatchObject({ foundAs: 'nothing', objects: [] });
  });
});

describe('watching', () => {
  test('Ctrl-C stops the watching and not the run', async () => {
    await worker.close();
    const watching = world.start(['sync', '--all', '--wait']);
    await eventually(() => expect(watching.stderr()).toContain('No worker takes jobs right now'), { timeoutMs: 15_000 });
    watching.process.kill('SIGINT');
    expect(await watching.exited).toMatchObject({ code: 130 });
    expect(watching.stderr()).toMatch(/Stopped watching; run \S+ goes on/);
    const [run] = await world.bridge.runs.list(1);
    expect(run?.state).toBe('waiting');
    expect((await world.run(['status'])).stdout).toContain('has no worker');
  });
});
