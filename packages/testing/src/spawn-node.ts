import { fileURLToPath } from 'node:url';
import { endOf, endProcess, spawnBound, type BoundProcess, type Ended } from './spawn-bound.ts';

export interface SpawnNodeOptions {
  args?: readonly string[];
  /** Added to the few variables a process needs (PATH, HOME …). Nothing else of this process's environment is passed on, so that no setting of yours leaks into a test. */
  env?: Readonly<Record<string, string>>;
  cwd?: string;
}

export interface NodeProcess {
  process: BoundProcess;
  /** Everything it wrote so far, standard output and error as they came. */
  output(): string;
  stdout(): string;
  stderr(): string;
  /** SIGTERM, and SIGKILL when it has not ended after `graceMs` (default 10,000). */
  stop(graceMs?: number): Promise<Ended>;
  /** SIGKILL: the crash. */
  kill(): Promise<Ended>;
  /** Settles (never rejects) when the process has ended and its output is complete. */
  exited: Promise<Ended>;
}

const passedOn = ['PATH', 'HOME', 'LANG', 'TZ', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'CI'];

/** Starts a TypeScript or JavaScript file as a real process with this Node, keeps its output, and makes sure it ends with us. */
export const spawnNode = (entry: string | URL, options: SpawnNodeOptions = {}): NodeProcess => {
  const file = entry instanceof URL ? fileURLToPath(entry) : entry;
  const base = Object.fromEntries(passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
  const child = spawnBound(process.execPath, [file, ...(options.args ?? [])], {
    env: { ...base, ...options.env },
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  const exited = endOf(child);
  const captured = captureOutput(child);
  return {
    process: child,
    ...captured,
    stop: (graceMs = 10_000) => endProcess(child, exited, 'SIGTERM', graceMs),
    kill: () => endProcess(child, exited, 'SIGKILL', 0),
    exited,
  };
};

const captureOutput = (child: BoundProcess): Pick<NodeProcess, 'output' | 'stdout' | 'stderr'> => {
  const all: string[] = [];
  const out: string[] = [];
  const err: string[] = [];
  const keep = (chunks: string[]) => (text: string) => {
    chunks.push(text);
    all.push(text);
  };
  child.stdout.setEncoding('utf8').on('data', keep(out));
  child.stderr.setEncoding('utf8').on('data', keep(err));
  child.on('error', (error) => keep(err)(`could not be started: ${error.message}\n`));
  return { output: () => all.join(''), stdout: () => out.join(''), stderr: () => err.join('') };
};
