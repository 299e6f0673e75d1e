import { silentLogger } from '@os2bridge/logging';
import { loadScenarios, ScenarioFileError } from './load-scenarios.ts';
import { type Options, parseOptions, USAGE } from './options.ts';
import { jsonOf, summaryOf, textOf } from './report.ts';
import { runScenarios } from './run-scenarios.ts';
import { selectScenarios } from './select-scenarios.ts';
import { openWorkbench } from './workbench.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const run = async ({ paths, only, json }: Options): Promise<number> => {
  const scenarios = selectScenarios(await loadScenarios(paths), only);
  const bench = await openWorkbench(silentLogger);
  try {
    const results = await runScenarios(scenarios, bench, (result) => say(json ? jsonOf(result) : textOf(result)));
    say(summaryOf(results, json));
    return results.every(({ differences }) => differences.length === 0) ? 0 : 1;
  } finally {
    await bench.close();
  }
};

const main = async (args: readonly string[]): Promise<number> => {
  try {
    const options = parseOptions(args);
    if (!options.help && options.paths.length > 0) return await run(options);
    say(USAGE);
    return options.help ? 0 : 2;
  } catch (error) {
    if (!(error instanceof ScenarioFileError) && !(error instanceof TypeError && 'code' in error)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
};

process.exitCode = await main(process.argv.slice(2));
