import { describe, expect, it } from 'vitest';
import { matchesValue } from '../src/matches-value.ts';

describe('an expected value', () => {
  it.each([
    [null, undefined],
    [null, null],
    [[], null],
    [null, []],
    [[], undefined],
  ])('%j is as good as %j: nothing is nothing', (expected, actual) => {
    expect(matchesValue(expected, actual)).toBe(true);
  });

  it('of nothing is not met by something', () => {
    expect(matchesValue(null, 'x')).toBe(false);
    expect(matchesValue([], ['x'])).toBe(false);
  });

  it('is not met by nothing', () => {
    expect(matchesValue('x', null)).toBe(false);
    expect(matchesValue(['x'], [])).toBe(false);
    expect(matchesValue('', null)).toBe(false);
  });

  it('compares lists of uuids without order, but with repetitions', () => {
    expect(matchesValue(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(matchesValue(['a', 'a', 'b'], ['b', 'b', 'a'])).toBe(false);
    expect(matchesValue(['a'], ['a', 'b'])).toBe(false);
  });

  it('compares lists of objects in order', () => {
    const [one, two] = [{ Name: 'Lærer' }, { Name: 'Pædagog' }];
    expect(matchesValue([one, two], [one, two])).toBe(true);
    expect(matchesValue([one, two], [two, one])).toBe(false);
  });

  it('compares only the keys of an object that are named', () => {
    expect(matchesValue({ Name: 'Åse' }, { Name: 'Åse', Cpr: '9900000001' })).toBe(true);
    expect(matchesValue({ Cpr: null }, { Name: 'Åse', Cpr: '9900000001' })).toBe(false);
    expect(matchesValue({ Cpr: null }, { Name: 'Åse' })).toBe(true);
  });

  it('tells a number from its text', () => {
    expect(matchesValue(1, '1')).toBe(false);
  });
});
