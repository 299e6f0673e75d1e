import { describe, expect, test } from 'vitest';
import { eventually } from '../src/index.ts';

describe('eventually', () => {
  test('returns what the assertion returns once it holds', async () => {
    let looks = 0;
    const found = await eventually(
      () => {
        looks += 1;
        if (looks < 3) throw new Error('not yet');
        return 'there';
      },
      { intervalMs: 1 },
    );
    expect(found).toBe('there');
    expect(looks).toBe(3);
  });

  test('throws the last error when time is up', async () => {
    let looks = 0;
    const never = () => {
      looks += 1;
      throw new Error(`look ${looks > 1 ? 'last' : 'first'}`);
    };
    await expect(eventually(never, { timeoutMs: 20, intervalMs: 1 })).rejects.toThrow('look last');
  });
});
