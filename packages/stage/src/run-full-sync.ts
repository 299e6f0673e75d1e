import { setTimeout as delay } from 'node:timers/promises';
import { isFinished, type RunRecord } from '@os2bridge/jobs';
import { startRun } from '@os2bridge/os2sync-pipeline';
import type { Stage } from './stage.ts';

/** What one full sync cost and did, as seen from outside: the counters of the run and what the simulators were asked. */
export interface SyncReport {
  readonly run: RunRecord;
  readonly seconds: number;
  readonly moRequests: number;
  readonly os2syncRequests: number;
  readonly posts: number;
  readonly deletes: number;
}

/** Asks for a full sync, follows it to its end, and counts what the simulators were asked meanwhile. The stage needs a worker. */
export const runFullSync = async (stage: Stage, onProgress: (run: RunRecord) => void = () => undefined): Promise<SyncReport> => {
  stage.mo.resetStats();
  stage.os2sync.resetStats();
  const start = performance.now();
  const { id } = await startRun(stage.bridge, { kind: 'full', orgunits: [], users: [], force: false }, 'stage');
  for (;;) {
    const run = await stage.bridge.runs.get(id);
    if (!run) throw new Error(`run ${id} is gone`);
    onProgress(run);
    if (isFinished(run.state)) {
      const { posts, deletes, requests } = stage.os2sync.stats();
      const seconds = (performance.now() - start) / 1000;
      return { run, seconds, moRequests: stage.mo.stats().requests, os2syncRequests: requests, posts, deletes };
    }
    await delay(25);
  }
};
