import { holdsOn, type Period } from './period.ts';

export interface KnownState<T> {
  readonly state: T;
  readonly ended: boolean;
}

/**
 * The state that counts today, of an object known over all time (`states` in any order): the one valid now; else the last one past,
 * `ended`; else, for an object that only begins in the future, its first one, not ended. Null when there is none.
 */
export const lastKnownState = <T extends { readonly period: Period }>(states: readonly T[], today: string): KnownState<T> | null => {
  const sorted = states.toSorted((a, b) => ((a.period.from ?? '') < (b.period.from ?? '') ? -1 : 1));
  const now = sorted.findLast(({ period }) => holdsOn(period, today));
  if (now) return { state: now, ended: false };
  const past = sorted.findLast(({ period }) => period.to !== null && period.to <= today);
  if (past) return { state: past, ended: true };
  const [first] = sorted;
  return first ? { state: first, ended: false } : null;
};
