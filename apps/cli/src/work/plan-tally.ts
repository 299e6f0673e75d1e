import { VERDICTS, type KindName, type Verdict } from '@os2bridge/model';
import type { PlanLine } from '@os2bridge/os2sync-pipeline';

/** One row of the plan's table: a kind, a verdict, how many, and how often each reason was given. */
export interface TallyRow {
  readonly kind: KindName;
  readonly verdict: Verdict;
  readonly count: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** What stays in memory of a plan, whatever its length: counts, and the first lines of what an operator must look at. */
export interface PlanTally {
  add(line: PlanLine): void;
  rows(): readonly TallyRow[];
  readonly deletions: readonly PlanLine[];
  readonly errors: readonly PlanLine[];
  /** How often each report (a cut, an ended class, a missing CPR …) was made. */
  readonly reports: ReadonlyMap<string, number>;
}

/** As many deletions and errors are kept in memory as lines; all of them are counted, and all are in the `--out` file. */
export const KEPT_LINES = 10_000;

const KINDS: readonly KindName[] = ['orgunit', 'user'];

export const createTally = (): PlanTally => {
  const counts = new Map<string, { count: number; reasons: Map<string, number> }>();
  const deletions: PlanLine[] = [];
  const errors: PlanLine[] = [];
  const reports = new Map<string, number>();
  return {
    add: (line) => {
      const key = `${line.kind} ${line.verdict}`;
      const row = counts.get(key) ?? { count: 0, reasons: new Map<string, number>() };
      counts.set(key, row);
      row.count += 1;
      for (const reason of line.reasons) row.reasons.set(reason, (row.reasons.get(reason) ?? 0) + 1);
      for (const { code } of line.reports) reports.set(code, (reports.get(code) ?? 0) + 1);
      if (line.verdict === 'delete' && deletions.length < KEPT_LINES) deletions.push(line);
      if (line.verdict === 'error' && errors.length < KEPT_LINES) errors.push(line);
    },
    rows: () =>
      KINDS.flatMap((kind) =>
        VERDICTS.flatMap((verdict) => {
          const row = counts.get(`${kind} ${verdict}`);
          return row
            ? [{ kind, verdict, count: row.count, reasons: Object.fromEntries([...row.reasons].toSorted(([, a], [, b]) => b - a)) }]
            : [];
        }),
      ),
    deletions,
    errors,
    reports,
  };
};
