import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { eventually, spawnNode } from '../src/index.ts';

const hello = new URL('fixtures/says-hello.ts', import.meta.url);
const opener = new URL('fixtures/dies-with-children.ts', import.meta.url);

const refuses = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.once('connect', () => resolve(false)).once('error', () => resolve(true));
    socket.once('connect', () => socket.destroy());
  });

describe('spawnNode', () => {
  test('passes arguments and the given environment, nothing of ours, and keeps both outputs', async () => {
    const child = spawnNode(hello, { args: ['end', 'æøå'], env: { GIVEN: 'given' } });
    expect(await child.exited).toEqual({ code: 0, signal: null });
    expect(child.stdout()).toBe('hello end æøå given clean\n');
    expect(child.stderr()).toBe('to stderr\n');
    expect(child.output()).toContain('hello end');
  });

  test('stop asks politely and tells the exit code', async () => {
    const child = spawnNode(hello);
    await eventually(() => expect(child.output()).toContain('to stderr'));
    expect(await child.stop()).toEqual({ code: 7, signal: null });
  });

  test('kill does not ask', async () => {
    const child = spawnNode(hello);
    await eventually(() => expect(child.output()).toContain('hello'));
    expect(await child.kill()).toEqual({ code: null, signal: 'SIGKILL' });
  });

  test('a process that ends takes its Redis and its folders along', async () => {
    const child = spawnNode(opener);
    expect(await child.exited).toEqual({ code: 0, signal: null });
    const { port, folder } = JSON.parse(child.stdout()) as { port: number; folder: string };
    await eventually(async () => expect(await refuses(port)).toBe(true));
    expect(existsSync(folder)).toBe(false);
  });

  test.runIf(process.platform === 'linux')('even a killed process takes its Redis along', async () => {
    const child = spawnNode(opener, { args: ['stay'] });
    const { port } = await eventually(() => JSON.parse(child.stdout()) as { port: number });
    await child.kill();
    await eventually(async () => expect(await refuses(port)).toBe(true));
  });
});
