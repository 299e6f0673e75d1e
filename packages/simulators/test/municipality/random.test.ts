import { describe, expect, it } from 'vitest';
import { createRandom } from '../../src/municipality/random.ts';

describe('the random numbers of a seed', () => {
  it('are the same each time', () => {
    const [one, two] = [createRandom('a'), createRandom('a')];
    expect(Array.from({ length: 50 }, () => one.next())).toEqual(Array.from({ length: 50 }, () => two.next()));
  });

  it('are spread evenly and stay in bounds', () => {
    const random = createRandom(1);
    const counts = [0, 0, 0, 0];
    for (let n = 0; n < 4000; n += 1) counts[random.int(0, 3)]! += 1;
    expect(counts.every((count) => count > 900 && count < 1100)).toBe(true);
  });

  it('differ for neighbouring seeds', () => {
    const firsts = Array.from({ length: 500 }, (_, seed) => createRandom(seed).uuid());
    expect(new Set(firsts).size).toBe(500);
  });

  it('make uuids of version 4', () => {
    const random = createRandom(1);
    const uuids = Array.from({ length: 200 }, () => random.uuid());
    expect(uuids.every((uuid) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid))).toBe(true);
  });

  it('sample without repeating, at most what there is', () => {
    const random = createRandom(1);
    expect(new Set(random.sample([1, 2, 3, 4, 5], 9))).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(new Set(random.sample([1, 2, 3, 4, 5], 3)).size).toBe(3);
  });

  it('cannot pick from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });
});
