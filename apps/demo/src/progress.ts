import { isFinished, type RunRecord } from '@os2bridge/jobs';
import { SingleBar } from 'cli-progress';

export interface Progress {
  show(run: RunRecord): void;
  end(): void;
}

/** A bar that follows a run: how many of the jobs it has made so far are done. Without a terminal nothing is drawn. */
export const createProgress = (stream: NodeJS.WriteStream): Progress => {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  const format = '   {bar} {done}/{total} jobs · {state} · {orgunits} units, {users} employees read';
  const bar = new SingleBar({
    format,
    stream,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 32,
    hideCursor: true,
    clearOnComplete: true,
  });
  let started = false;
  return {
    show: (run) => {
      const { jobs, orgunits, users } = run.counters;
      const total = Math.max(jobs, run.pending, 1);
      const done = isFinished(run.state) && jobs === 0 ? total : Math.max(0, jobs - run.pending);
      const payload = { state: run.state, orgunits, users, done, total };
      if (started) {
        bar.setTotal(total);
        bar.update(done, payload);
      } else {
        bar.start(total, done, payload);
        started = true;
      }
    },
    end: () => bar.stop(),
  };
};
