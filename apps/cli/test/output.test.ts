import { describe, expect, test } from 'vitest';
import { counted } from '../src/output/counted.ts';
import { outcomeLines } from '../src/output/outcome-lines.ts';
import { createPaint, wantsColor } from '../src/output/paint.ts';
import { progressOf } from '../src/output/run-progress.ts';
import { renderTable } from '../src/output/table.ts';
import { duration, localTime } from '../src/output/times.ts';

const plain = createPaint(false);
const colored = createPaint(true);

describe('tables', () => {
  test('columns are as wide as their widest cell and no line ends in blanks', () => {
    const table = renderTable(
      [{ title: 'kind' }, { title: 'count', align: 'right' }, { title: 'why' }],
      [
        ['units', '7', ''],
        ['persons', '1200', 'ærlig'],
      ],
    );
    expect(table.split('\n')).toEqual(['kind     count  why', 'units        7', 'persons   1200  ærlig']);
  });

  test('a colour takes no room', () => {
    const [, row] = renderTable([{ title: 'state' }, { title: 'x' }], [[colored.good('ok'), '1']]).split('\n');
    expect(row).toBe(`${colored.good('ok')}     1`);
  });
});

describe('colours', () => {
  test('colours are for terminals, unless somebody says otherwise', () => {
    expect(wantsColor({ flag: true, env: {}, terminal: true })).toBe(true);
    expect(wantsColor({ flag: true, env: {}, terminal: false })).toBe(false);
    expect(wantsColor({ flag: true, env: { FORCE_COLOR: '1' }, terminal: false })).toBe(true);
    expect(wantsColor({ flag: true, env: { NO_COLOR: '1' }, terminal: true })).toBe(false);
    expect(wantsColor({ flag: false, env: { FORCE_COLOR: '1' }, terminal: true })).toBe(false);
  });
});

describe('times', () => {
  test('an instant is shown as Danish wall clock, summer and winter', () => {
    expect(localTime('2026-11-22T21:05:00.000Z')).toBe('2026-11-22 22:05:00');
    expect(localTime('2026-07-01T21:05:00.000Z')).toBe('2026-07-01 23:05:00');
    expect(localTime(null)).toBe('–');
  });

  test.each([
    [0, '0 ms'],
    [450, '450 ms'],
    [12_000, '12 s'],
    [185_000, '3 min 5 s'],
    [7_800_000, '2 h 10 min'],
    [3_600_000, '1 h'],
    [356_400_000, '4 d 3 h'],
  ])('%d ms are %s', (ms, text) => expect(duration(ms)).toBe(text));

  test('one thing is one, many are many', () => {
    expect([counted(1, 'job'), counted(3, 'job'), counted(12_000, 'person', 'persons')]).toEqual(['1 job', '3 jobs', '12,000 persons']);
  });
});

describe('the line of a check', () => {
  const base = { id: 'redis', name: 'Redis', about: 'connection' } as const;

  test('a green line says what is there', () => {
    expect(outcomeLines({ ...base, outcome: 'ok', detail: 'version 7.0', remedy: null }, plain)).toEqual(['✓ Redis           version 7.0']);
  });

  test('a red one says what to do on the next line', () => {
    expect(outcomeLines({ ...base, outcome: 'failed', detail: 'away', remedy: 'Start it' }, plain)).toEqual([
      '✗ Redis           away',
      '                  → Start it',
    ]);
  });
});

describe('the progress of a run', () => {
  const counters = {
    orgunits: 20,
    users: 100,
    create: 0,
    update: 0,
    unchanged: 0,
    ignore: 0,
    error: 0,
    delete: 4,
    jobs: 60,
    sent: 0,
    skipped: 0,
    deleted: 0,
    failed: 0,
  };
  const full = { kind: 'full', orgunits: [], users: [], force: false } as const;

  test('counts the jobs of a full run', () => {
    expect(progressOf({ state: 'applying', scope: full, counters, pending: 15 })).toEqual({ phase: 'sending', done: 45, total: 60 });
  });

  test('counts the deletions while it deletes', () => {
    expect(progressOf({ state: 'deleting', scope: full, counters, pending: 1 })).toEqual({ phase: 'deleting', done: 3, total: 4 });
  });

  test('has done nothing while it waits', () => {
    const scope = { ...full, kind: 'objects', orgunits: [], users: [] } as const;
    expect(progressOf({ state: 'waiting', scope, counters: { ...counters, jobs: 0 }, pending: 0 })).toEqual({
      phase: 'waits for a worker',
      done: 0,
      total: 0,
    });
  });
});
