import { Command, InvalidArgumentError } from 'commander';

export interface DemoOptions {
  readonly units: number;
  readonly employees: number;
  readonly seed: number;
  readonly once: boolean;
  readonly json: boolean;
}

const whole =
  (least: number) =>
  (text: string): number => {
    const number = Number(text);
    if (!Number.isInteger(number) || number < least) throw new InvalidArgumentError(`a whole number from ${least} on`);
    return number;
  };

/** Reads the demo's command line; prints help or a mistake and ends the process when there is nothing to run. */
export const readOptions = (argv: readonly string[]): DemoOptions => {
  const program = new Command('npm run demo --')
    .description(
      'Generates a municipality, starts Redis, the OS2MO and OS2sync simulators, a scheduler and two workers, and synchronises it before your eyes.',
    )
    .option('--units <number>', 'org units', whole(10), 300)
    .option('--employees <number>', 'employees', whole(20), 3000)
    .option('--seed <number>', 'another seed, another municipality', whole(0), 1)
    .option('--once', 'end with exit code 0 when the show is over, instead of leaving things running', false)
    .option('--json', 'print the summary as the last line, one JSON object', false)
    .parse(argv, { from: 'user' });
  return program.opts<DemoOptions>();
};
