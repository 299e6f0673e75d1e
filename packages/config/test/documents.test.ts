import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadSettings, renderExample, renderTable } from '../src/index.ts';
import { environmentName, variables } from '../src/names.ts';
import { rowOf, settingKeys } from '../src/table/table.ts';
import { KEY, linesOf, withFolder } from './load.ts';

const root = new URL('../../../', import.meta.url);
const stored = (path: string): string => readFileSync(new URL(path, root), 'utf8');

describe('the generated files are up to date (else: node scripts/settings-table.ts)', () => {
  test('docs/settings.md', () => expect(stored('docs/settings.md')).toBe(renderTable()));
  test('settings.example.json', () => expect(stored('settings.example.json')).toBe(renderExample()));
});

describe('the example', () => {
  const load = (env: NodeJS.ProcessEnv) =>
    withFolder({ 's.json': renderExample() }, (folder) => loadSettings({ env, path: `${folder}/s.json` }));

  test('lacks nothing but the secrets', () => {
    expect(linesOf(() => load({})).map((line) => line.split(',')[0])).toEqual([
      'os2bridge.hash_key: is missing',
      'mora.auth.client_secret: is missing',
    ]);
    expect(load({ OS2BRIDGE_HASH_KEY: KEY, MORA_AUTH_CLIENT_SECRET: 'hemmelig' }).cvr).toBe('12345678');
  });
});

describe('the table', () => {
  test('every setting has a row, and the seed document all of its own', () => {
    expect(settingKeys.filter((key) => rowOf(key).source === 'seed').toSorted()).toEqual(SEED.toSorted());
  });

  test('no two settings share a variable', () => {
    expect(new Set(settingKeys.map(environmentName)).size).toBe(settingKeys.length);
    expect(variables.size).toBe(settingKeys.length + settingKeys.filter((key) => rowOf(key).confidential !== undefined).length + 1);
  });

  test('every cell of the document stays in its column', () => {
    for (const line of renderTable()
      .split('\n')
      .filter((row) => row.startsWith('| `')))
      expect(line.split(/(?<!\\)\|/)).toHaveLength(8);
  });
});

const SEED = [
  'crontab.RUN_OS2SYNC',
  'crontab.SAML_TOKEN',
  'mora.base',
  'municipality.cvr',
  'os2sync.log_file',
  'os2sync.log_level',
  'os2sync.ca_verify_os2mo',
  'os2sync.ca_verify_os2sync',
  'os2sync.hash_cache',
  'os2sync.phone_scope_classes',
  'os2sync.email_scope_classes',
  'os2sync.api_url',
  'os2sync.top_unit_uuid',
  'os2sync.xfer_cpr',
  'os2sync.use_lc_db',
  'os2sync.ignored.unit_levels',
  'os2sync.ignored.unit_types',
  'os2sync.autowash',
  'os2sync.sync_managers',
  'os2sync.templates',
  'os2sync_user_key_it_system_name',
  'os2sync_uuid_from_it_systems',
];
