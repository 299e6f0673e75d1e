import { describe, expect, test } from 'vitest';
import { greetsAsMariaDb } from '../src/greets-as-mariadb.ts';
import { findMariaDb } from '../src/find-mariadb.ts';
import { startMariaDb } from '../src/index.ts';

describe('startMariaDb', () => {
  test('answers as soon as it is returned, and not after it was stopped; stopping twice is no error', async () => {
    const server = await startMariaDb();
    expect(await greetsAsMariaDb(server.port)).toBe(true);
    await server.stop();
    await server.stop();
    expect(await greetsAsMariaDb(server.port)).toBe(false);
  });

  test('a wrong argument is shown in its own words', async () => {
    await expect(startMariaDb({ args: ['--no-such-setting=x'] })).rejects.toThrow(/no-such-setting/u);
  });

  test('both programs are found by their absolute paths', () => {
    expect(findMariaDb()).toEqual({
      server: expect.stringMatching(/^\/.*mariadbd$/u),
      install: expect.stringMatching(/^\/.*mariadb-install-db$/u),
    });
  });

  test('where there is none a line says what installs it', () => {
    expect(() => findMariaDb(['/nowhere'])).toThrow(/MariaDB is not installed \(no mariadbd\): `npm test` installs it/u);
  });
});
