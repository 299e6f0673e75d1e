import type { Measurement } from './measure.ts';

export interface Target {
  readonly target: string;
  readonly measured: string;
  readonly met: boolean;
}

/** The product's targets against what was measured. */
export const judgeTargets = (main: readonly Measurement[], growth: readonly Measurement[]): readonly Target[] => {
  const targets: Target[] = [];
  for (const one of main.filter(({ run }) => run === 'unchanged')) {
    const limit = Math.floor(one.objects / 50) + 20;
    targets.push({
      target: `unchanged run, ${one.workers} workers: at most ${limit} MO requests, no writes`,
      measured: `${one.moRequests} MO requests, ${one.writes} writes`,
      met: one.moRequests <= limit && one.writes === 0,
    });
  }
  for (const one of main.filter(({ run }) => run === 'first')) {
    targets.push({
      target: `first run, ${one.workers} workers: at least 60 % of what latency and concurrency allow`,
      measured: `${Math.round(one.ofTarget * 100)} %`,
      met: one.ofTarget >= 0.6,
    });
  }
  const most = Math.max(...[...main, ...growth].map(({ peakMb }) => peakMb));
  targets.push({ target: 'peak memory per process at most 300 MB', measured: `${most} MB`, met: most <= 300 });
  const firsts = growth.filter(({ run }) => run === 'first');
  const [small, large] = [firsts[0], firsts.at(-1)];
  if (small && large && small !== large) {
    const peaks = [small, large].map((size) =>
      Math.max(...growth.filter(({ employees }) => employees === size.employees).map(({ peakMb }) => peakMb)),
    );
    const ratio = (peaks[1] ?? 0) / (peaks[0] ?? 1);
    targets.push({
      target: `memory equal (± 20 %) at ${small.employees} and ${large.employees} employees`,
      measured: `${peaks[0]} MB and ${peaks[1]} MB, ratio ${ratio.toFixed(2)}`,
      met: ratio <= 1.2 && ratio >= 0.8,
    });
    const more = large.objects / small.objects;
    const longer = large.seconds / small.seconds;
    targets.push({
      target: 'time grows no faster than the number of objects',
      measured: `${more.toFixed(1)} times the objects, ${longer.toFixed(1)} times the seconds`,
      met: longer <= more,
    });
  }
  return targets;
};
