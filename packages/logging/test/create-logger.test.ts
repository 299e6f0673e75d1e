import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger, type CreateLoggerOptions, type Logger, silentLogger } from '../src/index.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'os2bridge-logging-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** What `use` writes to the stream, as text, after close. */
const written = async (use: (logger: Logger) => void, options: Partial<CreateLoggerOptions> = {}): Promise<string> => {
  const stream = new PassThrough();
  const logger = createLogger({ level: 10, file: null, stream, ...options });
  use(logger);
  await logger.close();
  return String(stream.read() ?? '');
};

const parsed = (text: string): unknown[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const all = (logger: Logger): void => {
  for (const level of ['debug', 'info', 'warn', 'error'] as const) logger[level](level);
};

describe('levels', () => {
  test.each([
    [0, ['debug', 'info', 'warn', 'error']],
    [10, ['debug', 'info', 'warn', 'error']],
    [11, ['info', 'warn', 'error']],
    [20, ['info', 'warn', 'error']],
    [30, ['warn', 'error']],
    [40, ['error']],
    [50, ['error']],
  ])("Python's %i logs %j", async (level, expected) => {
    expect(parsed(await written(all, { level })).map((line) => Object(line).message)).toEqual(expected);
  });
});

describe('a JSON line', () => {
  test('has time, level, message, the scopes and the fields', async () => {
    const text = await written((logger) => logger.child({ run: 'r1' }).child({ job: 7 }).info('planned', { units: 3 }), {
      base: { app: 'worker' },
    });
    expect(parsed(text)).toEqual([
      { time: expect.stringMatching(/^\d{4}-.*Z$/), level: 'info', message: 'planned', app: 'worker', run: 'r1', job: 7, units: 3 },
    ]);
  });

  test("a field cannot overwrite the line's own, nor lengthen the message", async () => {
    expect(parsed(await written((logger) => logger.info('a', { message: 'b', level: 'error', time: 1 })))).toMatchObject([
      { message: 'a', level: 'info', message_: 'b', level_: 'error', time_: 1 },
    ]);
  });

  test('message, fields and scopes are redacted, secrets that were told wherever they stand', async () => {
    const text = await written(
      (logger) =>
        logger
          .child({ job: 'user-0102031234', part: 'x-hemmelig-nøgle' })
          .warn('010203-1234', { Name: 'Åse', error: new Error('åse@x.dk') }),
      { secrets: ['hemmelig-nøgle'] },
    );
    expect(text).not.toMatch(/\d{6}-?\d{4}|Åse|@x\.dk|hemmelig/);
  });

  test("a municipality's number in the scope is no phone number, and a job's name no person's", async () => {
    const [line] = parsed(
      await written((logger) => logger.child({ name: 'sync-object' }).info('x'), { base: { municipality: '29189846' } }),
    );
    expect(line).toMatchObject({ municipality: '29189846', name: 'sync-object' });
  });

  test('the stack of an error is there', async () => {
    const [line] = parsed(await written((logger) => logger.error('failed', { error: new Error('why') })));
    expect(line).toMatchObject({ error: { message: 'why', stack: expect.stringContaining('create-logger.test.ts') } });
  });
});

describe('a line for people', () => {
  const lineOf = async (use: (logger: Logger) => void): Promise<string> =>
    (await written(use, { format: 'line', base: { app: 'cli' } })).replace(/^\S+ /, '');

  test('reads from left to right', async () => {
    expect(await lineOf((logger) => logger.info('run done', { run: 'r1', counts: { sent: 2 }, why: 'to ord' }))).toBe(
      'INFO  [app=cli] run done run=r1 counts={"sent":2} why="to ord"\n',
    );
  });

  test('tells an error by its messages', async () => {
    expect(await lineOf((logger) => logger.error('failed', { error: new Error('outer', { cause: new Error('inner') }) }))).toBe(
      'ERROR [app=cli] failed error="outer" <- "inner"\n',
    );
  });

  test('stays one line, whatever is in it', async () => {
    expect(await lineOf((logger) => logger.warn('a\nb\u001b[31m\u2028'))).toBe('WARN  [app=cli] a\\u000ab\\u001b[31m\\u2028\n');
  });

  test('is what a terminal gets', async () => {
    const stream = Object.assign(new PassThrough(), { isTTY: true });
    const logger = createLogger({ level: 20, file: null, stream });
    logger.info('hej');
    await logger.close();
    expect(String(stream.read())).toMatch(/Z INFO {2}hej\n$/);
  });
});

describe('the file', () => {
  const path = () => join(folder, 'sub', 'os2sync.log');
  const lines = (file: string): string[] => readFileSync(file, 'utf8').split('\n').slice(0, -1);

  test('gets the same lines as JSON, after what is there, in a folder that is made', async () => {
    for (const message of ['første', 'anden']) await written((logger) => logger.info(message), { file: path(), format: 'line' });
    expect(lines(path()).map((line) => JSON.parse(line).message)).toEqual(['første', 'anden']);
  });

  test('loses no line in a burst, however soon it is closed', async () => {
    await written(
      (logger) => {
        for (let n = 0; n < 2_000; n += 1) logger.info(`line ${n}`);
      },
      { file: path() },
    );
    expect(lines(path())).toHaveLength(2_000);
  });

  test('a line is on disk before the next statement runs: a killed process loses nothing', () => {
    const index = fileURLToPath(new URL('../src/index.ts', import.meta.url));
    const program = `import { createLogger } from '${index}'; createLogger({ level: 20, file: '${path()}' }).info('last words'); process.kill(process.pid, 'SIGKILL');`;
    expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', program], { stdio: 'pipe' })).toThrow('Command failed');
    expect(lines(path())).toHaveLength(1);
  });

  test('starts afresh by size, keeps so many older ones and loses nothing between them', async () => {
    const rotation = { maxBytes: 1_000, keep: 2 };
    await written(
      (logger) => {
        for (let n = 100; n < 130; n += 1) logger.info(`line ${n}`, { fill: 'x'.repeat(200) });
      },
      { file: path(), rotation },
    );
    const names = readdirSync(join(folder, 'sub')).toSorted();
    expect(names).toHaveLength(3);
    expect(names[0]).toBe('os2sync.log');
    const rest = [...names.slice(1), 'os2sync.log'].flatMap((name) =>
      lines(join(folder, 'sub', name)).map((line) => Number(JSON.parse(line).message.slice(5))),
    );
    expect(rest).toEqual(Array.from({ length: rest.length }, (_, at) => 130 - rest.length + at));
  });

  test('other files beside it are left alone', async () => {
    const other = `${join(folder, 'os2sync.log')}.20200101.gz`;
    writeFileSync(other, 'x');
    await written(
      (logger) => {
        for (let n = 0; n < 20; n += 1) logger.info('x'.repeat(100));
      },
      { file: join(folder, 'os2sync.log'), rotation: { maxBytes: 200, keep: 1 } },
    );
    expect(lines(other)).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  test('a folder in its place is told at once, with what is expected', () => {
    expect(() => createLogger({ level: 20, file: folder })).toThrow(
      expect.objectContaining({
        code: 'log-file',
        fate: 'pause',
        message: `os2sync.log_file: cannot write to ${folder} (EISDIR); expected the path of a file this user may write`,
      }),
    );
  });
});

test('closing twice does no harm', async () => {
  const logger = createLogger({ level: 20, file: null, stream: new PassThrough() });
  const closings = Promise.all([logger.close(), logger.close()]);
  await expect(closings).resolves.toHaveLength(2);
  await expect(logger.close()).resolves.toBeUndefined();
});

test('the silent logger says nothing, and its children are as silent', () => {
  expect(silentLogger.child({ a: 1 })).toBe(silentLogger);
});
