import { parseArgs } from 'node:util';

export interface Options {
  readonly paths: readonly string[];
  /** Empty = all. */
  readonly only: readonly string[];
  readonly json: boolean;
  readonly help: boolean;
}

export const USAGE = `Runs scenario files through the real plan: settings, OS2MO client, rules, ledger, OS2sync client, against simulators.

  npm run scenarios -- FILE|DIR …

  --only ID   only this scenario (may be given several times, or as A,B)
  --json      one JSON object per scenario, the sum as the last one
  --help      this text

Prints one line per scenario, what differs below those that fail, and as the last line "N passed, N failed".
Exit code: 0 all passed, 1 some failed, 2 nothing could be run.`;

/** Reads the arguments; throws TypeError with a readable message for those it does not know. */
export const parseOptions = (args: readonly string[]): Options => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { only: { type: 'string', multiple: true }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const only = (values.only ?? [])
    .flatMap((ids) => ids.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');
  return { paths: positionals, only, json: values.json ?? false, help: values.help ?? false };
};
