import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadSettings, SettingsError } from '../src/index.ts';
import { withFolder } from './load.ts';

// Kept beside the checkout, where it is at hand; never needed otherwise.
const folder = new URL('../../../../shared/scenarios/', import.meta.url);
const scenario = z.object({
  id: z.string(),
  settings: z.record(z.string(), z.unknown()),
  expect: z.object({ settings_error: z.string().optional() }),
});
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const read = (name: string) =>
  z.union([z.array(scenario), scenario.transform((one) => [one])]).parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

describe.skipIf(files.length === 0)('the settings of every scenario', () => {
  test.each(files)('%s', (name) => {
    for (const {
      id,
      settings,
      expect: { settings_error: refused },
    } of read(name)) {
      const text = JSON.stringify({ 'municipality.cvr': '12345678', 'os2bridge.hash_key': 'an invented key of some length', ...settings });
      const keys = withFolder({ 's.json': text }, (at) => refusedKeys(`${at}/s.json`));
      // What is wrong inside a template is found where templates are compiled, in packages/mapping.
      const passed = refused === 'os2sync.templates' && keys.length === 0;
      expect({ id, keys }).toEqual({ id, keys: refused === undefined || passed ? [] : [refused] });
    }
  });
});

const refusedKeys = (path: string): string[] => {
  try {
    loadSettings({ env: {}, path });
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.mistakes.map(({ key }) => key);
    throw error;
  }
};
