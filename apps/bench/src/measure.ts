import { eventually } from '@os2bridge/testing';
import { generateMunicipality, municipalitySettings, percentChanged } from '@os2bridge/simulators';
import { runFullSync, setStage, type SyncReport } from '@os2bridge/stage';
import { peakMemoryMb } from './peak-memory.ts';

/** What a real MO and a real OS2sync cost: 5 ms a request and 0.3 ms an object there, 10 ms a request here. */
const MO_LATENCY = { perRequestMs: 5, perObjectMs: 0.3 } as const;
const OS2SYNC_LATENCY_MS = 10;

export interface Measurement {
  readonly units: number;
  readonly employees: number;
  readonly workers: number;
  readonly run: 'first' | 'unchanged' | '1 % changed';
  readonly state: string;
  readonly seconds: number;
  readonly objects: number;
  readonly moRequests: number;
  readonly os2syncRequests: number;
  readonly writes: number;
  readonly jobs: number;
  readonly jobsPerSecond: number;
  /** Share of what the target's latency and the configured concurrency allow; of runs that write. */
  readonly ofTarget: number;
  /** The largest worker process so far, MB. */
  readonly peakMb: number;
}

/** A first, an unchanged and a 1 % changed full sync of one generated municipality, with real worker processes. */
export const measure = async (size: {
  units: number;
  employees: number;
  workers: number;
  seed: number;
}): Promise<readonly Measurement[]> => {
  const dataset = generateMunicipality(size);
  const stage = await setStage({
    dataset,
    settings: municipalitySettings(dataset),
    moLatency: MO_LATENCY,
    os2syncLatency: { perRequestMs: OS2SYNC_LATENCY_MS },
  });
  try {
    const workers = Array.from({ length: size.workers }, () => stage.spawn('os2sync-worker'));
    await eventually(
      () => {
        if (!workers.every((worker) => worker.output().includes('taking jobs'))) throw new Error('a worker did not start');
      },
      { timeoutMs: 30_000 },
    );
    const take = (run: Measurement['run'], report: SyncReport): Measurement => {
      const writes = report.posts + report.deletes;
      // Every request to OS2sync takes its latency; so many may be open at once.
      const leastSeconds = (report.os2syncRequests * OS2SYNC_LATENCY_MS) / 1000 / (stage.settings.os2sync.concurrency * size.workers);
      return {
        units: size.units,
        employees: size.employees,
        workers: size.workers,
        run,
        state: report.run.state,
        seconds: round(report.seconds),
        objects: report.run.counters.orgunits + report.run.counters.users,
        moRequests: report.moRequests,
        os2syncRequests: report.os2syncRequests,
        writes,
        jobs: report.run.counters.jobs,
        jobsPerSecond: Math.round(report.run.counters.jobs / report.seconds),
        ofTarget: round(leastSeconds / report.seconds),
        peakMb: Math.max(...workers.map((worker) => peakMemoryMb(worker.process.pid))),
      };
    };
    const first = take('first', await runFullSync(stage));
    const unchanged = take('unchanged', await runFullSync(stage));
    stage.mo.patch(percentChanged(dataset, 1, size.seed).patch);
    const changed = take('1 % changed', await runFullSync(stage));
    return [first, unchanged, changed];
  } finally {
    await stage.close();
  }
};

const round = (value: number): number => Math.round(value * 100) / 100;
