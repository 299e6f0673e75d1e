import type { RunRecord } from '@os2bridge/jobs';
import { watchRun, type Bridge } from '@os2bridge/os2sync-pipeline';
import { SingleBar } from 'cli-progress';
import { EXIT, exitCodeOfRun, type ExitCode } from '../exit-code.ts';
import { progressOf } from '../output/run-progress.ts';
import { runSummary } from '../output/run-summary.ts';
import type { Session } from '../session.ts';
import { onInterrupt } from './on-interrupt.ts';
import { startPlainProgress } from './plain-progress.ts';
import type { Progress } from './progress.ts';

/** Watches a run to its end and prints its summary. Ctrl-C ends the watching, never the run. */
export const followRun = async (session: Session, bridge: Bridge, id: string): Promise<ExitCode> => {
  const { signal, release } = onInterrupt();
  const progress = session.canDraw ? startBar(session) : startPlainProgress(session);
  const said = new Set<string>();
  const sayOnce = (line: string): void => {
    if (!said.has(line)) progress.say(line);
    said.add(line);
  };
  let last: RunRecord | null = null;
  try {
    for await (const { record, trouble, unattended } of watchRun(bridge, id, { signal })) {
      last = record;
      progress.show(record);
      if (trouble) sayOnce(`The queue rests: ${trouble.message}`);
      if (unattended) sayOnce('No worker takes jobs right now; start at least one os2sync-worker.');
    }
  } finally {
    progress.stop();
    release();
  }
  if (signal.aborted) {
    session.note(`Stopped watching; run ${id} goes on. See it with: os2bridge runs ${id}`);
    session.printJson({ run: last, watching: false });
    return EXIT.interrupted;
  }
  if (!last) return EXIT.failures;
  for (const line of runSummary(last, session.paint)) session.print(line);
  session.printJson({ run: last });
  return exitCodeOfRun(last);
};

const startBar = (session: Session): Progress => {
  const bar = new SingleBar({
    format: '{phase} {bar} {value}/{total} jobs, {seen} objects seen, {duration_formatted}',
    barsize: 30,
    hideCursor: true,
    gracefulExit: false,
    emptyOnZero: true,
    clearOnComplete: true,
  });
  bar.start(0, 0, { phase: '', seen: 0 });
  return {
    show: (record) => {
      const { phase, done, total } = progressOf(record);
      bar.setTotal(total);
      bar.update(done, { phase: phase.padEnd(21), seen: record.counters.orgunits + record.counters.users });
    },
    say: (line) => {
      // The bar redraws itself below the line.
      session.note(`\r\u001B[K${line}`);
    },
    stop: () => bar.stop(),
  };
};
