import { join } from 'node:path';
import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { findMariaDb } from './find-mariadb.ts';
import { freePort } from './free-port.ts';
import { greetsAsMariaDb } from './greets-as-mariadb.ts';
import { endOf, endProcess, spawnBound, type BoundProcess, type Ended } from './spawn-bound.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface StartMariaDbOptions {
  /** Further mariadbd arguments, e.g. ['--innodb-lock-wait-timeout=1']. The last one given wins. */
  readonly args?: readonly string[];
}

export interface MariaDbServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** May do everything, without a password; the server listens on 127.0.0.1 only. */
  readonly user: 'root';
  /** SIGTERM; returns when it has ended. Does nothing when it is not running. */
  stop(): Promise<void>;
}

interface Running {
  readonly child: BoundProcess;
  readonly ended: Promise<Ended>;
  /** What it has said so far. */
  readonly log: readonly string[];
}

/** The longest that creating the data folder, and then the start, may take; together 1.2 s on two idle cores. */
const timeoutMs = 60_000;

/** Starts a real, empty MariaDB of your own on a free port of 127.0.0.1 and waits until it answers. It ends with this process at the latest. */
export const startMariaDb = async (options: StartMariaDbOptions = {}): Promise<MariaDbServer> => {
  const { server, install } = findMariaDb();
  const dir = temporaryFolder();
  const data = join(dir, 'data');
  await createDataFolder(install, dir, data);
  // Between asking for a free port and taking it another process may be quicker: ask again.
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      const running = await launch(server, dir, data, port, options.args ?? []);
      return { host: '127.0.0.1', port, user: 'root', stop: once(() => endProcess(running.child, running.ended, 'SIGTERM', 20_000)) };
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
};

const once = (task: () => Promise<unknown>): (() => Promise<void>) => {
  let done: Promise<unknown> | undefined;
  return async () => {
    done ??= task();
    await done;
  };
};

/** mariadbd refuses to run as root unless it is told so, and both programs want a user's name only then. */
const asThisUser = (): readonly string[] => (process.getuid?.() === 0 ? ['--user=root'] : []);

const createDataFolder = async (install: string, dir: string, data: string): Promise<void> => {
  const running = run(install, dir, [
    '--no-defaults',
    ...asThisUser(),
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    '--skip-name-resolve',
  ]);
  const { code } = await withDeadline(running, running.ended);
  if (code !== 0) throw new Error(`mariadb-install-db failed:\n${running.log.join('')}`);
};

const launch = async (server: string, dir: string, data: string, port: number, args: readonly string[]): Promise<Running> => {
  const place = [
    `--datadir=${data}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${join(dir, 'sock')}`,
    `--pid-file=${join(dir, 'pid')}`,
  ];
  // Nobody needs this data after a crash, and flushing at every commit is most of the time a test takes.
  const quick = [
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-doublewrite=0',
    '--innodb-flush-method=nosync',
    '--innodb-buffer-pool-size=64M',
    '--skip-name-resolve',
  ];
  const running = run(server, dir, ['--no-defaults', ...asThisUser(), ...place, ...quick, ...args]);
  // A MariaDB nobody stopped must not keep the process alive: it ends with it.
  running.child.unref();
  for (const stream of [running.child.stdout, running.child.stderr]) if (stream instanceof Socket) stream.unref();
  const answers = async (): Promise<Ended | 'ready'> => {
    while (running.child.exitCode === null) {
      if (await greetsAsMariaDb(port)) return 'ready';
      await pause(20);
    }
    return running.ended;
  };
  if ((await withDeadline(running, answers())) !== 'ready')
    throw new Error(`mariadbd ended at once on port ${port}:\n${running.log.join('')}`);
  return running;
};

/** Each has its own folder for temporary files: a MariaDB that starts clears away what it finds there, another's too. */
const run = (command: string, dir: string, args: readonly string[]): Running => {
  const child = spawnBound(command, args, { env: { ...process.env, TMPDIR: dir } });
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => log.push(text));
  child.on('error', (error) => log.push(error.message));
  return { child, ended: endOf(child), log };
};

const withDeadline = async <T>({ child, log }: Running, work: Promise<T>): Promise<T> => {
  const timer = new AbortController();
  const late = pause(timeoutMs, undefined, { signal: timer.signal, ref: false }).then(() => {
    child.kill('SIGKILL');
    throw new Error(`MariaDB was not ready within ${timeoutMs / 1000} s:\n${log.join('')}`);
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    timer.abort();
  }
};
