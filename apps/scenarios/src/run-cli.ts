import { silentLogger } from '@os2bridge/logging';
import { loadScenarios, ScenarioFileError } from './load-scenarios.ts';
import { type Options, parseOptions, USAGE } from './options.ts';
import { jsonOf, summaryOf, textOf } from './report.ts';
import { runScenarios } from './run-scenarios.ts';
import { selectScenarios } from './select-scenarios.ts';
import { openWorkbench } from './workbench.ts';

/** Where lines go, without their line feed. */
export interface Output {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const run = async ({ paths, only, json }: Options, { out }: Output): Promise<number> => {
  const scenarios = selectScenarios(await loadScenarios(paths), only);
  const bench = await openWorkbench(silentLogger);
  try {
    const results = await runScenarios(scenarios, bench, (result) => out(json ? jsonOf(result) : textOf(result)));
    out(summaryOf(results, json));
    return results.every(({ differences }) => differences.length === 0) ? 0 : 1;
  } finally {
    await bench.close();
  }
};

/** `npm run scenarios -- …`; returns the exit code: 0 all passed, 1 some failed, 2 nothing could be run. Throws what nobody foresaw. */
export const runCli = async (args: readonly string[], output: Output): Promise<number> => {
  try {
    const options = parseOptions(args);
    if (!options.help && options.paths.length > 0) return await run(options, output);
    output.out(USAGE);
    return options.help ? 0 : 2;
  } catch (error) {
    // What node:util's parseArgs refuses is a TypeError with a code; any other TypeError is a mistake of ours.
    if (!(error instanceof ScenarioFileError) && !(error instanceof TypeError && 'code' in error)) throw error;
    output.err(error.message);
    return 2;
  }
};
