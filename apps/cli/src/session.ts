import { createPaint, wantsColor, type Paint } from './output/paint.ts';

/** The streams and the environment the command line runs in. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly stderr: { readonly isTTY?: boolean; write(text: string): unknown };
}

/** Options that every command takes. */
export interface GlobalOptions {
  readonly settings?: string;
  readonly json?: boolean;
  /** false with `--no-color`. */
  readonly color: boolean;
}

/** What a command works with: where the settings are, and how to say something. */
export interface Session {
  /** The environment, with `--settings` in the place of OS2BRIDGE_SETTINGS. */
  readonly env: NodeJS.ProcessEnv;
  /** One JSON document on stdout and nothing else; `print` is then silent. */
  readonly json: boolean;
  readonly paint: Paint;
  /** A line of the answer: stdout. */
  print(line?: string): void;
  /** The answer as JSON: stdout, with `--json` only. */
  printJson(value: unknown): void;
  /** A line about the answer (progress, hints, warnings): stderr. */
  note(line: string): void;
  /** Somebody sits there who can answer a question. */
  readonly canAsk: boolean;
  /** A progress bar can be drawn on stderr. */
  readonly canDraw: boolean;
}

export const createSession = ({ env, stdin, stdout, stderr }: Surroundings, options: GlobalOptions): Session => {
  const json = options.json ?? false;
  const terminal = stdout.isTTY ?? false;
  const drawable = (stderr.isTTY ?? false) && env['TERM'] !== 'dumb';
  return {
    env: options.settings === undefined ? env : { ...env, OS2BRIDGE_SETTINGS: options.settings },
    json,
    paint: createPaint(wantsColor({ flag: options.color, env, terminal })),
    print: (line = '') => {
      if (!json) stdout.write(`${line}\n`);
    },
    printJson: (value) => {
      if (json) stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    note: (line) => {
      stderr.write(`${line}\n`);
    },
    canAsk: (stdin.isTTY ?? false) && drawable && !json,
    canDraw: drawable,
  };
};
