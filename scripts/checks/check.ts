import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';
import { node24, root } from '../setup/project.mjs';

/** One look at the code as a whole, by a tool: passed or not. */
export interface Check {
  title: string;
  command: readonly [string, ...string[]];
  env?: Readonly<Record<string, string>>;
}

/** Runs the check and says so in one line; shows what the tool printed only when it is not content. Returns whether it is. */
const runCheck = async ({ title, command: [program, ...args], env }: Check): Promise<boolean> => {
  const start = performance.now();
  const path = [dirname(node24), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const child = spawn(program, args, { cwd: root, env: { ...process.env, ...env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const passed = await once(child, 'close').then(
    ([code]) => code === 0,
    (error: unknown) => {
      output.push(String(error));
      return false;
    },
  );
  if (!passed) console.log(output.join('').trimEnd());
  console.log(`${passed ? '✓' : '✗'} ${title}  ${((performance.now() - start) / 1000).toFixed(1)} s`);
  return passed;
};

/** Runs them one after the other, all of them, whatever the first ones say. Returns how many passed and failed. */
export const runChecks = async (checks: readonly Check[]): Promise<{ passed: number; failed: number }> => {
  let passed = 0;
  for (const check of checks) passed += (await runCheck(check)) ? 1 : 0;
  return { passed, failed: checks.length - passed };
};
