import type { RunDeletion, RunMember } from '@os2bridge/jobs';
import type { KindName } from '@os2bridge/model';
import { awaitDrained } from './await-drained.ts';
import type { Bridge } from './bridge.ts';

/**
 * Does the deletions that a run lists, users before units (sync-rules §1.8), each as a job that asks MO once more: what is wanted again stays.
 */
export const deletePlanned = async (bridge: Bridge, run: string, signal: AbortSignal): Promise<void> => {
  await bridge.runs.setState(run, 'deleting');
  const deletions = await bridge.runs.deletions(run);
  const failed = await bridge.runs.failedObjects(run);
  for (const kind of ['user', 'orgunit'] as const) {
    // Nothing is deleted under the MO uuid of an object that failed in this run.
    const mine = deletions.filter((deletion) => deletion.kind === kind && (deletion.mo === null || !failed.has(`${kind}:${deletion.mo}`)));
    const add = (): Promise<void> => enqueue(bridge, run, kind, mine);
    await add();
    await awaitDrained(run, { ...bridge, readd: add, signal });
  }
};

const enqueue = async ({ runs, queues }: Bridge, run: string, kind: KindName, deletions: readonly RunDeletion[]): Promise<void> => {
  const mos = [...new Set(deletions.flatMap(({ mo }) => (mo === null ? [] : [mo])))];
  const alone = deletions.filter(({ mo }) => mo === null).map(({ fk }) => fk);
  await runs.expect(
    run,
    mos.map((mo): RunMember => `${kind}:${mo}`),
  );
  await queues.addMany(
    'sync-object',
    mos.map((mo) => ({ kind, mo, reason: 'deletion', run, deletions: 'approved' as const })),
  );
  await runs.expect(
    run,
    alone.map((fk): RunMember => `wash-${kind}:${fk}`),
  );
  await queues.addMany(
    'wash-object',
    alone.map((fk) => ({ kind, fk, run })),
  );
};
