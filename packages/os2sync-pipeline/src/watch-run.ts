import { setTimeout as delay } from 'node:timers/promises';
import { isFinished, type RunRecord, type Trouble } from '@os2bridge/jobs';
import { BridgeError } from '@os2bridge/model';
import type { Bridge } from './bridge.ts';

/** A run as it stands, and what may hold it up. */
export interface RunView {
  readonly record: RunRecord;
  /** Why one of the queues rests. */
  readonly trouble: Trouble | null;
  /** Nobody takes jobs: no worker process is connected. */
  readonly unattended: boolean;
}

export interface WatchOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds between two looks; default 300. */
  readonly intervalMs?: number;
}

/** How often the workers are counted: that asks Redis for the list of its clients, which is no question for every look. */
const COUNT_WORKERS_MS = 5_000;

/**
 * Looks at a run until it has ended (or waits for an approval); the last view is that of the end. The run does not notice.
 * Throws `unknown-run`; ends quietly when the signal says so.
 */
export async function* watchRun(
  bridge: Pick<Bridge, 'runs' | 'queues' | 'trouble'>,
  id: string,
  options: WatchOptions = {},
): AsyncGenerator<RunView, void> {
  const { runs, queues, trouble } = bridge;
  let counted = -COUNT_WORKERS_MS;
  let unattended = false;
  while (!options.signal?.aborted) {
    const record = await runs.get(id);
    if (!record) throw unknownRun(id);
    if (performance.now() - counted >= COUNT_WORKERS_MS) {
      counted = performance.now();
      // Some hosted Redis refuse CLIENT LIST; then nothing is claimed.
      unattended = await queues.runs.getWorkersCount().then(
        (workers) => workers === 0,
        () => false,
      );
    }
    const troubles = await Promise.all([trouble.read(queues.runs.name), trouble.read(queues.objects.name)]);
    yield { record, trouble: troubles.find((one) => one !== null) ?? null, unattended };
    if (isFinished(record.state)) return;
    await delay(options.intervalMs ?? 300, undefined, options.signal ? { signal: options.signal } : {}).catch(() => undefined);
  }
}

/** For people: there is no such run. */
export const unknownRun = (id: string): BridgeError =>
  new BridgeError('unknown-run', `there is no run ${id}; \`os2bridge runs\` lists them`, { fate: 'never' });
