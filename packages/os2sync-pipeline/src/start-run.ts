import type { RunRecord, RunScope } from '@os2bridge/jobs';
import { BridgeError } from '@os2bridge/model';
import type { Bridge } from './bridge.ts';

/** Asks for a run; a worker does it. Answers as soon as the run is durably noted. */
export const startRun = async (bridge: Bridge, scope: RunScope, requestedBy: string): Promise<RunRecord> => {
  const record = await bridge.runs.create({ scope, trigger: 'operator', requestedBy });
  // An operator waits for the answer: a run that cannot read MO says so at once instead of trying for a quarter of an hour.
  await bridge.queues.add('run', { run: record.id, step: 'all' }, { attempts: 1 });
  return record;
};

/** Lets a run that is held at its deletions go on: it deletes exactly what it lists. */
export const approveRun = async (bridge: Bridge, id: string, approvedBy: string): Promise<RunRecord> => {
  const record = await bridge.runs.get(id);
  if (!record) throw new BridgeError('unknown-run', `there is no run ${id}; \`os2bridge runs\` lists them`, { fate: 'never' });
  if (record.state !== 'awaiting-approval') {
    throw new BridgeError('not-waiting', `run ${id} does not wait for an approval: it is ${record.state}`, { fate: 'never' });
  }
  const newer = (await bridge.runs.list(50)).find((run) => run.createdAt > record.createdAt && run.scope.kind === 'full');
  if (newer) {
    throw new BridgeError(
      'superseded',
      `run ${id} was overtaken by run ${newer.id}; what it would delete may be wanted again. Approve the newer one, or sync again`,
      { fate: 'never' },
    );
  }
  await bridge.runs.setApproved(id, approvedBy);
  await bridge.runs.setState(id, 'deleting', `approved by ${approvedBy}`);
  await bridge.queues.add('run', { run: id, step: 'delete' }, { attempts: 3 });
  return (await bridge.runs.get(id)) ?? record;
};
