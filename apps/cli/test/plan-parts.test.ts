import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanLine } from '@os2bridge/os2sync-pipeline';
import type { Uuid } from '@os2bridge/model';
import { temporaryFolder } from '@os2bridge/testing';
import { describe, expect, test } from 'vitest';
import { createTally, KEPT_LINES } from '../src/work/plan-tally.ts';
import { openPlanFile } from '../src/work/plan-file.ts';
import { verdictsArgument } from '../src/work/verdicts-argument.ts';

const uuid = (n: number): Uuid => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;
const line = (n: number, more: Partial<PlanLine> = {}): PlanLine => ({
  kind: 'user',
  mo: uuid(n),
  fk: uuid(n),
  verdict: 'create',
  reasons: ['has-position'],
  reports: [],
  ...more,
});

describe('the tally of a plan', () => {
  test('counts verdicts and reasons per kind, the most frequent reason first', () => {
    const tally = createTally();
    for (const one of [
      line(1),
      line(2, { verdict: 'ignore', reasons: ['no-user-key'] }),
      line(3, { verdict: 'ignore', reasons: ['no-position'] }),
      line(4, { verdict: 'ignore', reasons: ['no-position'] }),
      line(5, { kind: 'orgunit', verdict: 'delete', reasons: ['terminated'], reports: [{ code: 'cut' }] }),
    ])
      tally.add(one);
    expect(tally.rows()).toEqual([
      { kind: 'orgunit', verdict: 'delete', count: 1, reasons: { terminated: 1 } },
      { kind: 'user', verdict: 'create', count: 1, reasons: { 'has-position': 1 } },
      { kind: 'user', verdict: 'ignore', count: 3, reasons: { 'no-position': 2, 'no-user-key': 1 } },
    ]);
    expect(Object.keys(tally.rows()[2]?.reasons ?? {})).toEqual(['no-position', 'no-user-key']);
    expect(tally.deletions.map(({ mo }) => mo)).toEqual([uuid(5)]);
    expect([...tally.reports]).toEqual([['cut', 1]]);
  });

  test('counts every error but keeps no more than fit', () => {
    const tally = createTally();
    for (let n = 0; n < KEPT_LINES + 5; n += 1) tally.add(line(n, { verdict: 'error', reasons: ['no-name'] }));
    expect(tally.errors).toHaveLength(KEPT_LINES);
    expect(tally.rows()[0]?.count).toBe(KEPT_LINES + 5);
  });
});

describe('the file of a plan', () => {
  test('holds one JSON object a line and only its owner may read it, also when an older one was open to all', async () => {
    const path = join(temporaryFolder(), 'plan.ndjson');
    writeFileSync(path, 'old', { mode: 0o644 });
    const file = await openPlanFile(path);
    await file.write([
      line(1),
      line(2, { verdict: 'error', reasons: ['no-name'], message: 'no name', reports: [{ code: 'cut', field: 'Name' }] }),
    ]);
    await file.write([line(3, { payload: { Uuid: uuid(3) } })]);
    await file.finish();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(
      readFileSync(path, 'utf8')
        .trimEnd()
        .split('\n')
        .map((text): unknown => JSON.parse(text)),
    ).toEqual([
      { kind: 'user', mo: uuid(1), fk: uuid(1), verdict: 'create', reasons: ['has-position'] },
      {
        kind: 'user',
        mo: uuid(2),
        fk: uuid(2),
        verdict: 'error',
        reasons: ['no-name'],
        reports: [{ code: 'cut', field: 'Name' }],
        message: 'no name',
      },
      { kind: 'user', mo: uuid(3), fk: uuid(3), verdict: 'create', reasons: ['has-position'], payload: { Uuid: uuid(3) } },
    ]);
  });

  test('a plan that broke off leaves the older file alone and nothing behind', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'plan.ndjson'), 'old');
    const file = await openPlanFile(join(folder, 'plan.ndjson'));
    await file.write([line(1)]);
    await file.discard();
    expect(readdirSync(folder)).toEqual(['plan.ndjson']);
    expect(readFileSync(join(folder, 'plan.ndjson'), 'utf8')).toBe('old');
  });

  test('a folder that is not there is said as such', async () => {
    await expect(openPlanFile(join(temporaryFolder(), 'nowhere', 'plan.ndjson'))).rejects.toThrow(/nowhere/);
  });
});

describe('--only', () => {
  test('takes verdicts with commas between them', () => {
    expect([...verdictsArgument('create, delete')]).toEqual(['create', 'delete']);
  });

  test.each(['', 'creat', 'create,,update'])('refuses %j', (text) => {
    expect(() => verdictsArgument(text)).toThrow(/create, update/);
  });
});
