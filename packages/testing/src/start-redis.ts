import { connect, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { findRedisServer } from './find-redis-server.ts';
import { freePort } from './free-port.ts';
import { endOf, endProcess, spawnBound, type BoundProcess, type Ended } from './spawn-bound.ts';
import { temporaryFolder } from './temporary-folder.ts';

export interface StartRedisOptions {
  /** Keep an append-only file, synced on every write, so that `restart` and `kill` lose nothing. Default: memory only. */
  appendonly?: boolean;
  /** Where its files go. Default: a temporary folder. */
  dir?: string;
  /** Default: a free one. */
  port?: number;
  /** Further redis-server arguments, e.g. ['--maxmemory', '10mb']. The last one given wins. */
  args?: readonly string[];
}

export interface RedisServer {
  /** redis://127.0.0.1:PORT */
  url: string;
  port: number;
  /** Where its files are. */
  dir: string;
  /** SIGTERM; returns when it has ended. Does nothing when it is not running. */
  stop(): Promise<void>;
  /** SIGKILL: the crash. */
  kill(): Promise<void>;
  /** Stops it if it still runs and starts it again on the same port; what is kept depends on `appendonly`. */
  restart(): Promise<void>;
}

interface Running {
  child: BoundProcess;
  ended: Promise<Ended>;
}

/** The longest a start may take before we call it failed; it answers 45 ms after the start on two idle cores. */
const startTimeoutMs = 15_000;

/** Starts a real redis-server of your own on a free port of 127.0.0.1 and waits until it answers. It ends with this process at the latest. */
export const startRedis = async (options: StartRedisOptions = {}): Promise<RedisServer> => {
  const dir = options.dir ?? temporaryFolder();
  // Between asking for a free port and taking it another process may be quicker: ask again.
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    try {
      return handle(await launch(port, dir, options), port, dir, options);
    } catch (error) {
      if (options.port !== undefined || attempt === 5) throw error;
    }
  }
};

const handle = (first: Running, port: number, dir: string, options: StartRedisOptions): RedisServer => {
  let running: Running | undefined = first;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const ending = running;
    running = undefined;
    if (ending !== undefined) await endProcess(ending.child, ending.ended, signal, 10_000);
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    dir,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    restart: async () => {
      await end('SIGTERM');
      running = await launch(port, dir, options);
    },
  };
};

const launch = async (port: number, dir: string, options: StartRedisOptions): Promise<Running> => {
  const persistence = options.appendonly === true ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir];
  // noeviction is what BullMQ asks for: an evicted key is a lost job.
  const args = [...place, '--save', '', '--maxmemory-policy', 'noeviction', ...persistence, ...(options.args ?? [])];
  const child = spawnBound(findRedisServer(), args);
  const log: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => log.push(text));
  child.on('error', (error) => log.push(error.message));
  const running = { child, ended: endOf(child) };
  // A Redis nobody stopped must not keep the process alive: it ends with it.
  child.unref();
  for (const stream of [child.stdout, child.stderr]) if (stream instanceof Socket) stream.unref();
  await untilReady(running, port, log);
  return running;
};

const untilReady = async ({ child, ended }: Running, port: number, log: readonly string[]): Promise<void> => {
  const stopped = ended.then(() => 'ended' as const);
  const end = performance.now() + startTimeoutMs;
  while (performance.now() < end) {
    const answer = await Promise.race([answersPing(port), stopped]);
    if (answer === true && child.exitCode === null) return;
    if (answer === 'ended') throw new Error(`redis-server ended at once on port ${port}:\n${log.join('')}`);
    await pause(5);
  }
  child.kill('SIGKILL');
  throw new Error(`redis-server did not answer on port ${port} within ${startTimeoutMs / 1000} s:\n${log.join('')}`);
};

/** While it loads its files Redis answers "-LOADING", so connecting alone proves nothing. */
const answersPing = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write('PING\r\n'));
    const done = (ready: boolean) => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(1_000, () => done(false));
    socket.once('data', (data) => done(data.toString().startsWith('+PONG')));
    socket.once('error', () => done(false));
    socket.once('close', () => done(false));
  });
