import { eventually, type NodeProcess, spawnNode } from '@os2bridge/testing';

const MAIN = new URL('../src/main.ts', import.meta.url);

/** Starts `npm run simulator -- …` as a real process. */
export const runSimulator = (...args: string[]): NodeProcess => spawnNode(MAIN, { args });

/** Waits for the line that says where it is; the URL without the path of the API. */
export const urlOf = (simulator: NodeProcess): Promise<string> =>
  eventually(() => {
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(simulator.stdout())?.[0];
    if (url === undefined) throw new Error(`It has not said where it is:\n${simulator.output()}`);
    return url;
  });
