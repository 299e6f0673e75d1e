import { CATALOGUE } from '@os2bridge/jobs';
import type { Bridge } from '@os2bridge/os2sync-pipeline';
import { examples, GROUP, type Register } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withBridge } from '../open-bridge.ts';
import { counted } from '../output/counted.ts';
import type { Session } from '../session.ts';

/** `os2bridge retry`: failed jobs once more. */
export const registerRetry: Register = (program, act) => {
  const command = program
    .command('retry')
    .helpGroup(GROUP.sync)
    .summary('try the failed jobs once more')
    .description(
      'Puts the failed jobs of units and persons back into the queue, all of them or those of one run. Each reads OS2MO afresh; what fails again is kept again.',
    )
    .argument('[run]', 'only the jobs of this run')
    .addHelpText(
      'after',
      examples([
        ['retry', 'everything that has failed'],
        ['retry 20261122-030000-ab12', 'what failed in that run'],
      ]),
    )
    .action((run: string | undefined) => act(command, (session) => withBridge(session, (bridge) => retry(session, bridge, run ?? null))));
};

const retry = async (session: Session, bridge: Bridge, run: string | null): Promise<ExitCode> => {
  const result = await retryFailed(bridge, run);
  session.print(
    `${counted(result.retried, 'job')} back in the queue${result.left === 0 ? '' : `; ${result.left} left alone (of another run, or of another version)`}.`,
  );
  session.printJson(result);
  return EXIT.done;
};

/** Jobs read from Redis at once. */
const PAGE = 500;

/**
 * Adds every failed object job anew and removes the old one. Not BullMQ's own retry: that would bypass the deduplication, and the same object could be
 * in two workers at once. `run` = only this run's jobs; null = all.
 */
const retryFailed = async (
  { queues }: Pick<Bridge, 'queues'>,
  run: string | null,
): Promise<{ readonly retried: number; readonly left: number }> => {
  let retried = 0;
  let left = 0;
  for (;;) {
    // What is retried leaves the list, so the next page begins after what was left.
    const page = await queues.objects.getJobs(['failed'], left, left + PAGE - 1, true);
    if (page.length === 0) return { retried, left };
    for (const job of page) {
      if (await addAnew(queues, job.name, job.data, run)) {
        await job.remove();
        retried += 1;
      } else left += 1;
    }
  }
};

/** Adds a job like this one; false when it is not wanted or its data is of another version. */
const addAnew = async (queues: Bridge['queues'], name: string, data: unknown, run: string | null): Promise<boolean> => {
  const wanted = (its: string | undefined): boolean => run === null || its === run;
  if (name === 'sync-object') {
    const sync = CATALOGUE['sync-object'].data.safeParse(data);
    if (!sync.success || !wanted(sync.data.run)) return false;
    await queues.add('sync-object', sync.data);
    return true;
  }
  const wash = CATALOGUE['wash-object'].data.safeParse(data);
  if (name !== 'wash-object' || !wash.success || !wanted(wash.data.run)) return false;
  await queues.add('wash-object', wash.data);
  return true;
};
