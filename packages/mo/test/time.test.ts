import { describe, expect, test } from 'vitest';
import { copenhagenInstant } from '../src/time/copenhagen-instant.ts';
import { type KnownState, lastKnownState } from '../src/time/last-known-state.ts';
import { dateOf, holdsOn, type Period, periodOf } from '../src/time/period.ts';

describe('times sent', () => {
  test('carry the Danish offset of that day', () => {
    expect(copenhagenInstant(new Date('2026-11-22T11:00:00Z'))).toBe('2026-11-22T12:00:00+01:00');
    expect(copenhagenInstant(new Date('2026-06-30T22:30:05Z'))).toBe('2026-07-01T00:30:05+02:00');
  });
});

describe('dates received', () => {
  test.each([
    ['2026-07-01T00:00:00+02:00', '2026-07-01'],
    ['2026-11-22T00:00:00+01:00', '2026-11-22'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['1890-01-01T00:00:00+00:50:20', '1890-01-01'],
    ['2026-03-29', '2026-03-29'],
  ])('%s is %s in Denmark', (time, date) => {
    expect(dateOf(time)).toBe(date);
  });

  test('an end is the day after the last up to v28, and as shown from v29 on', () => {
    const validity = { from: '2025-05-01T00:00:00+02:00', to: '2027-01-31T00:00:00+01:00' };
    expect(periodOf(validity, 25)).toEqual({ from: '2025-05-01', to: '2027-02-01' });
    expect(periodOf(validity, 30)).toEqual({ from: '2025-05-01', to: '2027-01-31' });
    expect(periodOf({ from: null, to: null }, 25)).toEqual({ from: null, to: null });
  });

  test('something that ended today does not hold today', () => {
    expect(holdsOn({ from: '2018-01-01', to: '2026-11-22' }, '2026-11-22')).toBe(false);
    expect(holdsOn({ from: '2026-11-22', to: null }, '2026-11-22')).toBe(true);
  });
});

describe('the state that counts', () => {
  interface State {
    readonly period: Period;
    readonly name: string;
  }
  const past: State = { period: { from: null, to: '2024-07-01' }, name: 'past' };
  const older: State = { period: { from: '2010-01-01', to: '2012-01-01' }, name: 'older' };
  const now: State = { period: { from: '2024-07-01', to: null }, name: 'now' };
  const future: State = { period: { from: '2027-01-01', to: null }, name: 'future' };
  const today = '2026-11-22';

  test.each<[string, State[], KnownState<State> | null]>([
    ['the one valid now', [past, now], { state: now, ended: false }],
    [
      'the last one past, in whatever order they come',
      [{ ...past, period: { from: '2015-01-01', to: '2024-07-01' } }, older],
      { state: { ...past, period: { from: '2015-01-01', to: '2024-07-01' } }, ended: true },
    ],
    ['the past one in a gap', [past, future], { state: past, ended: true }],
    ['the first one of what only begins later, as not ended', [future], { state: future, ended: false }],
    ['none', [], null],
  ])('is %s', (_name, states, expected) => {
    expect(lastKnownState(states, today)).toEqual(expected);
  });
});
