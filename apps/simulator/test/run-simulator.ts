import { eventually, type NodeProcess, spawnNode } from '@os2bridge/testing';
import { runCli } from '../src/run-cli.ts';

/** The same without a process of its own, for what ends by itself. */
export const inProcess = async (...args: string[]): Promise<{ code: number; out: string; err: string }> => {
  const said = { out: '', err: '' };
  const code = await runCli(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
};

const MAIN = new URL('../src/main.ts', import.meta.url);

/** Starts `npm run simulator -- …` as a real process. */
export const runSimulator = (...args: string[]): NodeProcess => spawnNode(MAIN, { args });

/** A start costs a second of computing, on a machine where everything is tested at once ten times that. */
export const SPAWNING = { timeout: 90_000 } as const;

/** Waits for the line that says where it is; the URL without the path of the API. */
export const urlOf = (simulator: NodeProcess): Promise<string> =>
  eventually(
    () => {
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(simulator.stdout())?.[0];
      if (url === undefined) throw new Error(`It has not said where it is:\n${simulator.output()}`);
      return url;
    },
    { timeoutMs: 60_000 },
  );
