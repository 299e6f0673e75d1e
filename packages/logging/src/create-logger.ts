import { once } from 'node:events';
import { Writable } from 'node:stream';
import winston from 'winston';
import type { Entry } from './entry.ts';
import { formatJson } from './format-json.ts';
import { formatLine } from './format-line.ts';
import { openLogFile } from './log-file.ts';
import { type LevelName, LEVELS, levelOf } from './log-level.ts';
import type { LogFields, Logger } from './logger.ts';
import { createRedactor, type Redactor } from './redact.ts';

export interface CreateLoggerOptions {
  /** A number of Python's logging module (`os2sync.log_level`). */
  readonly level: number;
  /** A file to log to as well, as JSON lines; null = none. */
  readonly file: string | null;
  /** Default: standard output. The command line passes standard error. */
  readonly stream?: NodeJS.WritableStream;
  /** line: for people · json: for machines. Default: line on a terminal, else json. */
  readonly format?: 'line' | 'json';
  /** On every line. */
  readonly base?: Readonly<Record<string, string | number>>;
  /** Never printed, whatever they stand in: `secretsOf(settings)`. */
  readonly secrets?: readonly string[];
  /** Bytes per file and how many full ones are kept. Default: 10 MB and 4. */
  readonly rotation?: { readonly maxBytes: number; readonly keep: number };
}

const ROTATION = { maxBytes: 10_000_000, keep: 4 };

/**
 * A logger to a stream and, if wanted, a file. Everything is redacted on its way. Close it at the end. Throws BridgeError `log-file` when
 * the file cannot be written.
 */
export const createLogger = (options: CreateLoggerOptions): Logger => {
  const { level, file, stream = process.stdout, base = {}, rotation = ROTATION } = options;
  const onTerminal = 'isTTY' in stream && stream.isTTY;
  const format = (options.format ?? (onTerminal ? 'line' : 'json')) === 'line' ? formatLine : formatJson;
  const root = winston.createLogger({
    level: levelOf(level),
    levels: LEVELS,
    transports: [
      new winston.transports.Stream({ stream, eol: '\n', format: winston.format.printf(({ message }) => String(message)) }),
      ...(file === null
        ? []
        : [
            new winston.transports.Stream({
              stream: toFile(file, rotation),
              eol: '\n',
              format: winston.format.printf(({ json }) => String(json)),
            }),
          ]),
    ],
  });
  const write = (entry: Entry): void => {
    root.log({ level: entry.level, message: format(entry), ...(file === null ? {} : { json: formatJson(entry) }) });
  };
  return scoped({ root, write, redactor: createRedactor(options.secrets), close: closer(root) }, base);
};

interface Sink {
  readonly root: winston.Logger;
  readonly write: (entry: Entry) => void;
  readonly redactor: Redactor;
  readonly close: () => Promise<void>;
}

const scoped = (sink: Sink, given: Readonly<Record<string, string | number>>): Logger => {
  // Scopes are ids by contract, so a municipality's digits are no phone number, and `name` is the name of a job.
  const idsOnly = (value: string | number): string | number =>
    typeof value === 'string' ? sink.redactor.text(value, { phones: false }) : value;
  const scope = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, idsOnly(value)]));
  const at =
    (level: LevelName) =>
    (message: string, fields: LogFields = {}): void => {
      if (!sink.root.isLevelEnabled(level)) return;
      const plain = Object.entries(fields).map(([key, value]): [string, unknown] => [key, sink.redactor.value(value, key)]);
      sink.write({ time: new Date(), level, message: sink.redactor.text(message), scope, fields: Object.fromEntries(plain) });
    };
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (more) => scoped(sink, { ...given, ...more }),
    close: sink.close,
  };
};

/** Ends the logger, once however often it is asked to. */
const closer = (root: winston.Logger): (() => Promise<void>) => {
  let closing: Promise<unknown> | null = null;
  return async () => {
    if (closing === null) {
      closing = once(root, 'finish');
      root.end();
    }
    await closing;
  };
};

const toFile = (path: string, rotation: { readonly maxBytes: number; readonly keep: number }): Writable => {
  const file = openLogFile({ path, ...rotation });
  let told = false;
  return new Writable({
    decodeStrings: false,
    write: (lines: string | Buffer, _encoding, done) => {
      try {
        file.append(lines.toString());
        told = false;
      } catch (error) {
        // Nothing is worth stopping a sync for here; the stream still has the line. Told once per trouble.
        if (!told)
          process.stderr.write(
            `os2sync.log_file: cannot write to ${path}: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'}\n`,
          );
        told = true;
      }
      done();
    },
  });
};
