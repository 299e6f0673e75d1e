import { Command } from 'commander';

export interface BenchOptions {
  readonly units: number;
  readonly employees: number;
  readonly workers: readonly number[];
  readonly growth: readonly number[];
  readonly seed: number;
  readonly json: boolean;
}

const list = (text: string): number[] =>
  text
    .split(',')
    .filter((part) => part !== '')
    .map(Number);

/** Reads the benchmark's command line. The defaults are the figures of docs/performance.md. */
export const readOptions = (argv: readonly string[]): BenchOptions =>
  new Command('npm run bench --')
    .description('Times full syncs against simulators with the latency of real ones, beside the raw throughput of BullMQ in the same run.')
    .option('--units <number>', 'org units', Number, 1000)
    .option('--employees <number>', 'employees', Number, 10_000)
    .option('--workers <list>', 'numbers of worker processes to compare', list, [1, 2, 4])
    .option(
      '--growth <list>',
      'numbers of employees (with a tenth as many units) for the growth table; empty for none',
      list,
      [1000, 4000, 16_000],
    )
    .option('--seed <number>', 'another seed, another municipality', Number, 1)
    .option('--json', 'print all figures as the last line, one JSON object', false)
    .parse(argv, { from: 'user' })
    .opts<BenchOptions>();
