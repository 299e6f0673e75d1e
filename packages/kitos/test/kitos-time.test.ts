import { describe, expect, test } from 'vitest';
import {
  compareKitosTimes,
  isKitosTime,
  KITOS_BEGINNING,
  kitosTimeOfMs,
  kitosTimeOfTicks,
  latestKitosTime,
  overlapping,
  parseKitosTime,
  ticksOf,
  type KitosTime,
} from '../src/index.ts';

const time = (text: string): KitosTime => parseKitosTime(text)!;

describe('a time of Kitos', () => {
  test.each([
    ['2025-06-02T11:29:43.0255828Z', '2025-06-02T11:29:43.0255828Z'],
    ['2025-06-02T11:29:43Z', '2025-06-02T11:29:43.0000000Z'],
    ['2025-06-02T11:29:43.1Z', '2025-06-02T11:29:43.1000000Z'],
    ['2025-06-02T13:29:43.0255828+02:00', '2025-06-02T11:29:43.0255828Z'],
    ['2026-06-15T09:11:11.025582800Z', '2026-06-15T09:11:11.0255828Z'],
    ['1970-01-01T00:00Z', '1970-01-01T00:00:00.0000000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.0000000Z'],
    ['2025-06-02t11:29:43.5z', '2025-06-02T11:29:43.5000000Z'],
  ])('%s is read as %s', (text, canonical) => {
    expect(parseKitosTime(text)).toBe(canonical);
  });

  test.each([
    '2025-06-02T11:29:43',
    '2025-06-02',
    'i går',
    '',
    '2025-13-01T00:00:00Z',
    '9999-12-31T23:59:59-02:00',
    '2025-06-02T11:29:43.12345678901Z',
  ])('%s is refused', (text) => {
    expect(parseKitosTime(text)).toBeNull();
  });

  test('the decimals beyond 100 ns are cut off, never rounded up past a change', () => {
    expect(parseKitosTime('2025-06-02T11:29:43.999999999Z')).toBe('2025-06-02T11:29:43.9999999Z');
  });

  test('times 100 ns apart differ, where a JS Date sees one', () => {
    const [one, other] = [time('2025-06-02T11:29:43.0255828Z'), time('2025-06-02T11:29:43.0255829Z')];
    expect(compareKitosTimes(one, other)).toBe(-1);
    expect(Date.parse(one)).toBe(Date.parse(other));
    expect(ticksOf(other) - ticksOf(one)).toBe(1n);
  });

  test('trimmed zeros do not disturb the order', () => {
    expect(compareKitosTimes(time('2025-06-02T11:29:43Z'), time('2025-06-02T11:29:43.1Z'))).toBe(-1);
    expect(compareKitosTimes(time('2025-06-02T11:29:43.1Z'), time('2025-06-02T11:29:43.10Z'))).toBe(0);
  });

  test('ticks and back give the same time, also before 1970', () => {
    for (const text of ['2025-06-02T11:29:43.0255828Z', '1969-12-31T23:59:59.9999999Z', '1970-01-01T00:00:00Z'])
      expect(kitosTimeOfTicks(ticksOf(time(text)))).toBe(time(text));
    expect(ticksOf(time('1969-12-31T23:59:59.9999999Z'))).toBe(-1n);
  });

  test('a JavaScript time in milliseconds becomes one', () => {
    expect(kitosTimeOfMs(1_500.7)).toBe('1970-01-01T00:00:01.5000000Z');
  });

  test('an overlap goes back in time, keeps the decimals, and stops at the beginning', () => {
    expect(overlapping(time('2025-06-02T11:29:43.0255828Z'), 600_000)).toBe('2025-06-02T11:19:43.0255828Z');
    expect(overlapping(time('1970-01-01T00:05:00Z'), 600_000)).toBe(KITOS_BEGINNING);
  });

  test('the latest is found wherever it stands', () => {
    expect(latestKitosTime([time('2025-01-01T00:00:00.1Z'), time('2025-01-01T00:00:00.2Z'), time('2025-01-01T00:00:00Z')])).toBe(
      '2025-01-01T00:00:00.2000000Z',
    );
    expect(latestKitosTime([])).toBeNull();
  });

  test('only the one spelling counts as such', () => {
    expect(isKitosTime('2025-06-02T11:29:43.0255828Z')).toBe(true);
    expect(isKitosTime('2025-06-02T11:29:43Z')).toBe(false);
    expect(isKitosTime('2025-13-02T11:29:43.0255828Z')).toBe(false);
  });
});
