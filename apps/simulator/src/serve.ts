import type { Simulator } from '@os2bridge/simulators';
import { UsageError } from './usage-error.ts';

export interface Serving {
  /** `OS2sync`, `OS2MO`, `OS2kitos`: as people call it. */
  readonly name: string;
  /** Below the URL: where its API is. */
  readonly api: string;
  readonly port: number;
  readonly start: () => Promise<Simulator>;
  readonly out: (text: string) => void;
}

const started = async ({ start, port }: Serving): Promise<Simulator> => {
  try {
    return await start();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EADDRINUSE')
      throw new UsageError(`Port ${port} is in use by another program. Take another with --port N; --port 0 takes any free one.`, {
        cause: error,
      });
    if (code === 'EACCES')
      throw new UsageError(`Port ${port} may not be opened by this user. Take one above 1023 with --port N.`, { cause: error });
    throw error;
  }
};

const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

/** Starts a simulator, says where it is and what to try, and closes it at SIGINT or SIGTERM. A second signal ends the process at once. */
export const serve = async (serving: Serving): Promise<void> => {
  const simulator = await started(serving);
  // Listening before we say so: whoever reads the line may well answer with a signal.
  const end = signalled();
  process.stdout.write(
    `${serving.name} simulator at ${simulator.url}${serving.api} · try: curl ${simulator.url}/_sim/stats · Ctrl-C ends it\n`,
  );
  await end;
  await simulator.close();
};
