import { expect, test } from 'vitest';
import { deletionLimit, judgeDeletions, type GuardInput } from '@os2bridge/reconcile';

const input = (change: Partial<GuardInput> = {}): GuardInput => ({
  counts: [
    { kind: 'orgunit', deletions: 0, held: 100 },
    { kind: 'user', deletions: 3, held: 1000 },
  ],
  limit: null,
  unitsSeen: 100,
  personsSeen: 1000,
  topUnitSeen: true,
  ...change,
});

test('a few deletions go through', () => {
  expect(judgeDeletions(input())).toEqual({ verdict: 'go' });
});

test('the limit is the larger of ten objects and ten percent', () => {
  expect([deletionLimit(null, 0), deletionLimit(null, 99), deletionLimit(null, 100), deletionLimit(null, 250)]).toEqual([10, 10, 10, 25]);
});

test('a configured limit replaces it, zero too', () => {
  expect(deletionLimit(0, 1000)).toBe(0);
  expect(judgeDeletions(input({ limit: 0 })).verdict).toBe('ask');
});

test('at the limit it goes through, above it an operator is asked', () => {
  expect(judgeDeletions(input({ counts: [{ kind: 'user', deletions: 100, held: 1000 }] })).verdict).toBe('go');
  expect(judgeDeletions(input({ counts: [{ kind: 'user', deletions: 101, held: 1000 }] })).verdict).toBe('ask');
});

test('each kind is counted by itself', () => {
  expect(
    judgeDeletions(
      input({
        counts: [
          { kind: 'orgunit', deletions: 6, held: 10 },
          { kind: 'user', deletions: 6, held: 10 },
        ],
      }),
    ).verdict,
  ).toBe('go');
});

test('no persons in MO: nothing is deleted, and nobody can approve it', () => {
  expect(judgeDeletions(input({ personsSeen: 0 })).verdict).toBe('refuse');
});

test('no units in MO: nothing is deleted', () => {
  expect(judgeDeletions(input({ unitsSeen: 0 })).verdict).toBe('refuse');
});

test('an empty MO with nothing to delete is no fault', () => {
  expect(judgeDeletions(input({ personsSeen: 0, counts: [] })).verdict).toBe('go');
});

test('a top unit that is missing fails the run even when nothing would be deleted', () => {
  expect(judgeDeletions(input({ topUnitSeen: false, counts: [] })).verdict).toBe('refuse');
});

test('the question names how many of how many', () => {
  const verdict = judgeDeletions(input({ limit: 1 }));
  expect(verdict).toMatchObject({ verdict: 'ask', message: expect.stringContaining('3 of 1000 users (limit 1)') });
});
