import { describe, expect, it } from 'vitest';
import { compareOutcome } from '../src/compare-outcome.ts';
import type { Outcome, PlannedDecision } from '../src/plan-outcome.ts';
import type { ExpectedDecision } from '../src/scenario.ts';

const unit: PlannedDecision = {
  kind: 'orgunit',
  mo: 'm1',
  fk: 'f1',
  verdict: 'create',
  reasons: ['in-scope'],
  payload: { Name: 'Børn', Tasks: ['k2', 'k1'], Email: null },
};
const person: PlannedDecision = { kind: 'user', mo: 'm2', fk: 'f2', verdict: 'delete', reasons: ['no-position'] };
const ignored: PlannedDecision = { kind: 'user', mo: 'm3', fk: null, verdict: 'ignore', reasons: ['no-position'] };

const planned = (decisions: readonly PlannedDecision[], more: { run?: 'done' | 'failed'; problem?: string } = {}): Outcome => ({
  kind: 'plan',
  decisions,
  run: 'done',
  ...more,
});
const expecting = (decisions: ExpectedDecision[], more: { exhaustive?: boolean; run?: 'done' | 'failed' } = {}) => ({
  exhaustive: true,
  decisions,
  ...more,
});

describe('a plan compared with what is expected', () => {
  it('passes when every decision is as expected', () => {
    const wanted: ExpectedDecision[] = [
      { kind: 'orgunit', mo: 'm1', fk: 'f1', verdict: 'create', reason: 'in-scope', payload: { Tasks: ['k1', 'k2'], Email: null } },
      { kind: 'user', mo: 'm2', fk: 'f2', verdict: 'delete' },
    ];
    expect(compareOutcome(expecting(wanted, { run: 'done' }), planned([person, unit]))).toEqual([]);
  });

  it('does not compare a uuid that is left out', () => {
    expect(compareOutcome(expecting([{ kind: 'orgunit', verdict: 'create' }]), planned([unit]))).toEqual([]);
  });

  it('names a decision that is missing', () => {
    expect(compareOutcome(expecting([{ kind: 'user', mo: 'm9', verdict: 'create' }]), planned([]))).toEqual(['missing: user create mo m9']);
  });

  it('shows what differs in the decision that was meant', () => {
    const [difference] = compareOutcome(
      expecting([{ kind: 'orgunit', mo: 'm1', verdict: 'update', reason: 'top-unit', payload: { Name: 'Børn og Unge' } }]),
      planned([unit]),
    );
    expect(difference).toContain('verdict: expected "update", is "create"');
    expect(difference).toContain('reason: expected "top-unit" among ["in-scope"]');
    expect(difference).toContain('Name: expected "Børn og Unge", is "Børn"');
  });

  it('refuses a decision that nobody expected', () => {
    expect(compareOutcome(expecting([]), planned([person]))).toEqual(['not expected: user delete mo m2 fk f2 (no-position)']);
  });

  it('lets an ignored object pass though nobody expected it', () => {
    expect(compareOutcome(expecting([]), planned([ignored]))).toEqual([]);
  });

  it('lets anything else pass when it need not be exhaustive', () => {
    expect(compareOutcome(expecting([], { exhaustive: false }), planned([person]))).toEqual([]);
  });

  it('needs one decision for each expectation', () => {
    const twice: ExpectedDecision[] = [
      { kind: 'user', verdict: 'delete' },
      { kind: 'user', verdict: 'delete' },
    ];
    expect(compareOutcome(expecting(twice), planned([person]))).toEqual(['missing: user delete']);
  });

  it('does not let a loose expectation take the decision that a strict one needs', () => {
    const other: PlannedDecision = { ...person, mo: 'm4', fk: 'f4' };
    const wanted: ExpectedDecision[] = [
      { kind: 'user', verdict: 'delete' },
      { kind: 'user', verdict: 'delete', mo: 'm2' },
    ];
    expect(compareOutcome(expecting(wanted), planned([person, other]))).toEqual([]);
  });

  it('compares the end of the run, and says why it failed', () => {
    expect(compareOutcome(expecting([], { run: 'done' }), planned([], { run: 'failed', problem: 'OS2MO is down' }))).toEqual([
      'run: expected done, is failed',
      'problem: OS2MO is down',
    ]);
  });

  it('lets a failed run pass when nothing is said about it and the decisions are right', () => {
    expect(compareOutcome(expecting([]), planned([], { run: 'failed', problem: 'no persons' }))).toEqual([]);
  });
});

describe('a start-up compared with what is expected', () => {
  const refused: Outcome = { kind: 'settings-error', mistakes: [{ key: 'os2sync.autowash', problem: 'must be true or false' }] };

  it('passes when one of the mistakes is the expected one', () => {
    expect(compareOutcome({ exhaustive: true, settings_error: 'os2sync.autowash' }, refused)).toEqual([]);
  });

  it('fails when another key was refused', () => {
    expect(compareOutcome({ exhaustive: true, settings_error: 'os2sync.api_url' }, refused)).toEqual([
      'start-up: expected to refuse os2sync.api_url, but it refused os2sync.autowash: must be true or false',
    ]);
  });

  it('fails when it started', () => {
    expect(compareOutcome({ exhaustive: true, settings_error: 'os2sync.api_url' }, planned([]))).toEqual([
      'start-up: expected to refuse os2sync.api_url, but it started',
    ]);
  });

  it('fails when it refused though decisions were expected', () => {
    expect(compareOutcome(expecting([]), refused)).toEqual([
      'start-up: refused, though it should start: os2sync.autowash: must be true or false',
    ]);
  });
});
