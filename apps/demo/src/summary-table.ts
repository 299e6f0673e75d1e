import type { Act } from './act.ts';

const COLUMNS = [
  ['', (act: Act) => act.act],
  ['objects', (act: Act) => number(act.objects)],
  ['jobs', (act: Act) => number(act.jobs)],
  ['MO requests', (act: Act) => number(act.moRequests)],
  ['OS2sync requests', (act: Act) => number(act.os2syncRequests)],
  ['sent', (act: Act) => number(act.sent)],
  ['unchanged', (act: Act) => number(act.unchanged)],
  ['deleted', (act: Act) => number(act.deleted)],
  ['failed', (act: Act) => number(act.failed)],
  ['seconds', (act: Act) => act.seconds.toFixed(1)],
] as const;

const number = (value: number): string => value.toLocaleString('en-GB');

/** The acts as a table: text to the left, numbers to the right. */
export const summaryTable = (acts: readonly Act[]): string => {
  const rows = [COLUMNS.map(([title]) => title), ...acts.map((act) => COLUMNS.map(([, show]) => show(act)))];
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('   ');
  const rule = widths.map((width) => '─'.repeat(width)).join('───');
  return [line(rows[0] ?? []), rule, ...rows.slice(1).map(line)].join('\n');
};
