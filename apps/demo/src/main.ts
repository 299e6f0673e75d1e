import { leaveRunning } from './leave-running.ts';
import { readOptions } from './options.ts';
import { play } from './play.ts';
import { summaryTable } from './summary-table.ts';

const options = readOptions(process.argv.slice(2));
// With --json the story goes to stderr, so that the last line of stdout is the summary.
const say = (line: string): void => void (options.json ? process.stderr : process.stdout).write(`${line}\n`);

const { stage, acts, surprises } = await play(options, say);
say(`\n${summaryTable(acts)}\n`);
for (const surprise of surprises) say(`! ${surprise}`);
if (!options.once) await leaveRunning(stage, say);
await stage.close();
if (options.json)
  process.stdout.write(
    `${JSON.stringify({ ok: surprises.length === 0, units: options.units, employees: options.employees, seed: options.seed, acts, surprises })}\n`,
  );
process.exitCode = surprises.length === 0 ? 0 : 1;
