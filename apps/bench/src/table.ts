import type { Measurement } from './measure.ts';

const COLUMNS: readonly (readonly [title: string, show: (one: Measurement) => string])[] = [
  ['units', (one) => String(one.units)],
  ['employees', (one) => String(one.employees)],
  ['workers', (one) => String(one.workers)],
  ['run', (one) => one.run],
  ['state', (one) => one.state],
  ['seconds', (one) => one.seconds.toFixed(2)],
  ['MO requests', (one) => String(one.moRequests)],
  ['OS2sync requests', (one) => String(one.os2syncRequests)],
  ['writes', (one) => String(one.writes)],
  ['jobs', (one) => String(one.jobs)],
  ['jobs/s', (one) => String(one.jobsPerSecond)],
  ['of target', (one) => (one.run === 'first' ? `${Math.round(one.ofTarget * 100)} %` : '')],
  ['peak MB', (one) => String(one.peakMb)],
];

/** Measurements as a Markdown table, fit for docs/performance.md. */
export const markdownTable = (rows: readonly Measurement[]): string =>
  [
    `| ${COLUMNS.map(([title]) => title).join(' | ')} |`,
    `|${COLUMNS.map(() => '---|').join('')}`,
    ...rows.map((row) => `| ${COLUMNS.map(([, show]) => show(row)).join(' | ')} |`),
  ].join('\n');
