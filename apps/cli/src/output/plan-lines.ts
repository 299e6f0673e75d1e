import { reasonText } from '@os2bridge/mapping';
import type { KindName, Verdict } from '@os2bridge/model';
import type { PlanEnd, PlanLine } from '@os2bridge/os2sync-pipeline';
import type { PlanTally, TallyRow } from '../work/plan-tally.ts';
import { changeTable } from './change-table.ts';
import type { Paint } from './paint.ts';
import { renderTable } from './table.ts';

/** As many deletions, and as many errors, are listed on the screen; the `--out` file and `--json` have more. */
const SHOWN = 100;

const KIND: Record<KindName, string> = { orgunit: 'units', user: 'users' };

/** A plan for people: the table, what would be deleted, what is wrong, what the guards say. `only` = these verdicts. */
export const planLines = (tally: PlanTally, end: PlanEnd, only: ReadonlySet<Verdict> | null, paint: Paint): readonly string[] => {
  const wanted = (verdict: Verdict): boolean => only === null || only.has(verdict);
  const rows = tally.rows().filter(({ verdict }) => wanted(verdict));
  const lines = [rows.length === 0 ? 'Nothing to show.' : planTable(rows, paint)];
  if (wanted('delete'))
    lines.push(...listing('Would be deleted', tally.deletions, end.orgunit.counts.delete + end.user.counts.delete, paint));
  if (wanted('error'))
    lines.push(
      ...listing('Cannot be decided; correct these in OS2MO', tally.errors, end.orgunit.counts.error + end.user.counts.error, paint),
    );
  if (only === null && tally.reports.size > 0) {
    lines.push('', paint.strong('Noticed on the way (details with --out):'));
    for (const [code, count] of [...tally.reports].toSorted(([, a], [, b]) => b - a))
      lines.push(`  ${count} × ${code}: ${reasonText(code)}`);
  }
  lines.push('', guardLine(end, paint));
  return lines;
};

/** One row per kind and verdict, the reasons counted, the most frequent first. */
const planTable = (rows: readonly TallyRow[], paint: Paint): string =>
  renderTable(
    [{ title: 'kind' }, { title: 'verdict' }, { title: 'count', align: 'right' }, { title: 'reasons' }],
    rows.map(({ kind, verdict, count, reasons }) => [
      KIND[kind],
      colored(verdict, paint),
      String(count),
      Object.entries(reasons)
        .map(([reason, times]) => `${reason} ${times}`)
        .join(', '),
    ]),
    paint.dim,
  );

const colored = (verdict: Verdict, paint: Paint): string => {
  if (verdict === 'error') return paint.bad(verdict);
  if (verdict === 'delete') return paint.warn(verdict);
  return verdict === 'create' || verdict === 'update' ? paint.good(verdict) : verdict;
};

const listing = (title: string, found: readonly PlanLine[], count: number, paint: Paint): readonly string[] => {
  if (count === 0) return [];
  const rest = count - Math.min(found.length, SHOWN);
  return [
    '',
    paint.strong(`${title}:`),
    changeTable(found.slice(0, SHOWN), paint),
    ...(rest > 0 ? [paint.dim(`… and ${rest} more; --out FILE has them all`)] : []),
  ];
};

const guardLine = ({ guard }: PlanEnd, paint: Paint): string => {
  if (guard.verdict === 'go') return `${paint.good('✓')} A sync could do all of this without asking.`;
  return guard.verdict === 'ask' ? `${paint.warn('!')} A sync ${guard.message}.` : `${paint.bad('✗')} A sync would fail: ${guard.message}.`;
};
