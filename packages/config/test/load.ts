import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings, type Settings, SettingsError } from '../src/index.ts';

export const TOP = '1a000000-0000-4000-8000-000000000000';
export const KEY = 'an invented key of some length';

/** Nothing but what must be given. */
export const least: Readonly<Record<string, unknown>> = {
  'municipality.cvr': '12345678',
  'os2sync.top_unit_uuid': TOP,
  'os2bridge.hash_key': KEY,
};

/** A temporary folder with these files, for as long as `use` takes. */
export const withFolder = <T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'os2bridge-config-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** The settings that a file with the least and `more` gives, under `env`. */
export const load = (more: Readonly<Record<string, unknown>> = {}, env: NodeJS.ProcessEnv = {}): Settings =>
  withFolder({ 'settings.json': JSON.stringify({ ...least, ...more }) }, (folder) =>
    loadSettings({ env, path: join(folder, 'settings.json') }),
  );

/** The lines with which the same is refused; none when it is not. */
export const lines = (more: Readonly<Record<string, unknown>> = {}, env: NodeJS.ProcessEnv = {}): string[] =>
  linesOf(() => load(more, env));

/** The lines of the SettingsError that `act` throws. */
export const linesOf = (act: () => unknown): string[] => {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split('\n');
  }
};
