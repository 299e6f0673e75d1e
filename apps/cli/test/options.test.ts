import type { Uuid } from '@os2bridge/model';
import { describe, expect, test } from 'vitest';
import { deletionCounts } from '../src/commands/approve.ts';
import { exitCodeOfChecks } from '../src/commands/check.ts';
import { subjectOf } from '../src/commands/explain.ts';
import { scopeOf } from '../src/commands/sync.ts';
import { uuidArgument } from '../src/work/uuid-argument.ts';

const one = '0b1c7c1e-5a55-4c0e-9a51-6d1f0a9e4c01' as Uuid;
const two = '7f1f6c5e-1d02-4a6f-8a53-2c9f3f1f0a11' as Uuid;

describe('what to sync', () => {
  test('--all is everything', () => {
    expect(scopeOf({ all: true, force: true })).toEqual({ kind: 'full', orgunits: [], users: [], force: true });
  });

  test('units and persons can be named together, each once', () => {
    expect(scopeOf({ unit: [one, one], person: [two] })).toEqual({ kind: 'objects', orgunits: [one], users: [two], force: false });
  });

  test('nothing, or everything and something, is refused', () => {
    expect(() => scopeOf({})).toThrow(/--all, --unit UUID… or --person/);
    expect(() => scopeOf({ all: true, unit: [one] })).toThrow(/either --all or/);
  });
});

describe('what to explain', () => {
  test('is exactly one thing', () => {
    expect(subjectOf({ unit: one })).toEqual({ kind: 'orgunit', uuid: one });
    expect(subjectOf({ person: two })).toEqual({ kind: 'user', uuid: two });
    expect(() => subjectOf({})).toThrow(/either --unit UUID or --person UUID/);
    expect(() => subjectOf({ unit: one, person: two })).toThrow(/either/);
  });
});

describe('uuids', () => {
  test('upper case and blanks are forgiven, anything else is not', () => {
    expect(uuidArgument(` ${one.toUpperCase()} `)).toBe(one);
    expect(() => uuidArgument('0101900000')).toThrow(/no uuid/);
  });
});

describe('checks', () => {
  const outcome = (about: 'settings' | 'connection', result: 'ok' | 'failed' | 'skipped') => ({
    id: 'x',
    name: 'x',
    about,
    outcome: result,
    detail: '',
    remedy: null,
  });

  test('a connection that is down outweighs a wrong setting; what was skipped counts for nothing', () => {
    expect(exitCodeOfChecks([outcome('settings', 'ok'), outcome('connection', 'ok')])).toBe(0);
    expect(exitCodeOfChecks([outcome('settings', 'failed'), outcome('connection', 'ok')])).toBe(2);
    expect(exitCodeOfChecks([outcome('settings', 'failed'), outcome('connection', 'failed')])).toBe(3);
    expect(exitCodeOfChecks([outcome('settings', 'skipped')])).toBe(0);
  });
});

describe('what an approval would delete', () => {
  test('is counted by kind and reason', () => {
    expect(
      deletionCounts([
        { kind: 'orgunit', reasons: ['terminated'] },
        { kind: 'user', reasons: ['no-position'] },
        { kind: 'user', reasons: ['terminated'] },
      ]),
    ).toBe('1 unit and 2 users (terminated 2, no-position 1)');
    expect(deletionCounts([])).toBe('nothing');
  });
});
