import { isFinished, type RunRecord } from '@os2bridge/jobs';
import { counted } from './counted.ts';
import type { Paint } from './paint.ts';
import { duration, localTime } from './times.ts';

/** The state in its colour. */
export const stateText = ({ state }: Pick<RunRecord, 'state'>, paint: Paint): string => {
  if (state === 'done') return paint.good(state);
  if (state === 'failed') return paint.bad(state);
  return state === 'partial' || state === 'awaiting-approval' ? paint.warn(state) : state;
};

/** What a run is about, in a few words. */
export const scopeText = ({ scope }: Pick<RunRecord, 'scope'>): string => {
  const force = scope.force ? ', forced' : '';
  if (scope.kind === 'full') return `everything${force}`;
  const parts = [
    ...(scope.orgunits.length > 0 ? [counted(scope.orgunits.length, 'unit')] : []),
    ...(scope.users.length > 0 ? [counted(scope.users.length, 'person', 'persons')] : []),
  ];
  return `${parts.join(' and ')}${force}`;
};

/** How long it took, or takes so far; `–` before it has begun. */
export const runDuration = ({ startedAt, finishedAt }: Pick<RunRecord, 'startedAt' | 'finishedAt'>, now = new Date()): string =>
  startedAt === null ? '–' : duration((finishedAt === null ? now : new Date(finishedAt)).getTime() - new Date(startedAt).getTime());

/** The head of a run: what, who, when, how it stands, and its counters in words. */
export const runSummary = (run: RunRecord, paint: Paint): readonly string[] => {
  const { counters: c } = run;
  const line = (label: string, text: string): string => `  ${paint.dim(label.padEnd(10))} ${text}`;
  return [
    `${paint.strong(`Run ${run.id}`)}: ${stateText(run, paint)}`,
    ...(run.message === null ? [] : [line('message', run.message)]),
    line('scope', scopeText(run)),
    line('asked by', run.approvedBy === null ? run.requestedBy : `${run.requestedBy}, approved by ${run.approvedBy}`),
    line(
      'started',
      `${localTime(run.startedAt)}${run.startedAt === null ? '' : `, ${isFinished(run.state) ? 'took' : 'for'} ${runDuration(run)}`}`,
    ),
    ...(run.scope.kind === 'full' ? [line('planned', plannedText(run))] : []),
    line(
      'outcome',
      `${c.sent} sent, ${c.skipped} unchanged, ${c.deleted} deleted, ${c.failed + c.error === 0 ? '0' : paint.bad(String(c.failed + c.error))} failed`,
    ),
    ...(run.pending > 0 ? [line('pending', counted(run.pending, 'job'))] : []),
  ];
};

const plannedText = ({ counters: c }: RunRecord): string =>
  `${counted(c.orgunits, 'unit')} and ${counted(c.users, 'person', 'persons')}: ${c.create} create, ${c.update} update, ${c.unchanged} unchanged, ${c.delete} delete, ${c.ignore} ignore, ${c.error} error`;
