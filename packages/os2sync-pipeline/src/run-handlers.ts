import { describeError, isFinished, type Handlers, type JobContext, type JobResult, type RunRecord } from '@os2bridge/jobs';
import { BridgeError } from '@os2bridge/model';
import type { Bridge } from './bridge.ts';
import { deletePlanned } from './run-delete.ts';
import { planRun } from './run-plan.ts';

/** The handlers of the run queue. A run that was cut off (its worker was killed) starts again with planning: what was sent is then unchanged. */
export const createRunHandlers = (bridge: Bridge): Handlers<'runs'> => ({
  run: async ({ run, step }, context) => {
    const record = await bridge.runs.get(run);
    if (!record || (isFinished(record.state) && step === 'all')) return { run, state: record?.state ?? 'unknown' };
    return work(bridge, record, step, context);
  },
  'scheduled-run': async (_data, context) => {
    const scope = { kind: 'full', orgunits: [], users: [], force: false } as const;
    const record = await bridge.runs.createFor(context.id, { scope, trigger: 'schedule', requestedBy: 'schedule' });
    if (isFinished(record.state)) return { run: record.id, state: record.state };
    return work(bridge, record, 'all', context);
  },
});

const work = async (bridge: Bridge, record: RunRecord, step: 'all' | 'delete', context: JobContext): Promise<JobResult> => {
  const { runs } = bridge;
  const logger = context.logger.child({ run: record.id });
  try {
    const next = step === 'delete' ? 'delete' : await planRun(bridge, record, context.signal, logger);
    if (next === 'delete') await deletePlanned(bridge, record.id, context.signal);
    if (next !== 'stop') await finish(bridge, record.id);
  } catch (error) {
    if (context.signal.aborted) throw error;
    await note(bridge, record, step, error, context);
  }
  const ended = await runs.get(record.id);
  logger.info(`run ${ended?.state ?? 'gone'}`, { ...ended?.counters });
  return { run: record.id, state: ended?.state ?? 'gone' };
};

const finish = async ({ runs }: Bridge, id: string): Promise<void> => {
  const record = await runs.get(id);
  if (!record) return;
  const { failed, error } = record.counters;
  if (failed + error === 0) await runs.setState(id, 'done', null);
  else
    await runs.setState(
      id,
      'partial',
      `${failed + error} objects failed; the rest is done. See \`os2bridge runs ${id}\` for which and why`,
    );
};

/**
 * A scheduled run tries again for as long as its job has attempts, whatever the error: a rest of the whole queue, as for a wrong login,
 * would keep an operator's run waiting too, which says at once what is wrong.
 */
const note = async ({ runs }: Bridge, record: RunRecord, step: 'all' | 'delete', error: unknown, context: JobContext): Promise<void> => {
  const text = describeError(error);
  const code = error instanceof BridgeError ? error.code : 'unexpected';
  const patient = record.trigger === 'schedule' && error instanceof BridgeError && error.fate !== 'never' && !context.finalAttempt;
  if (patient) {
    await runs.setState(record.id, step === 'all' ? 'planning' : 'deleting', `tries again: ${text}`, code);
    throw new BridgeError(code, text, { fate: 'later' });
  }
  await runs.setState(record.id, 'failed', text, code);
  throw new BridgeError(code, text, { fate: 'never' });
};
