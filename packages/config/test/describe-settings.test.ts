import { expect, test } from 'vitest';
import { describeSettings, secretsOf } from '../src/index.ts';
import { KEY, least, load, withFolder } from './load.ts';

const described = (more: Readonly<Record<string, unknown>>, env: NodeJS.ProcessEnv = {}) =>
  withFolder({ 's.json': JSON.stringify({ ...least, ...more }) }, (folder) => describeSettings({ env, path: `${folder}/s.json` }));

test('every setting is there, with its value and where it comes from', () => {
  const found = described({ os2sync_autowash: true }, { OS2SYNC_LOG_LEVEL: '10' });
  expect(found).toContainEqual({ key: 'os2sync.autowash', value: 'true', origin: 'file' });
  expect(found).toContainEqual({ key: 'os2sync.log_level', value: '"10"', origin: 'environment' });
  expect(found).toContainEqual({ key: 'mora.base', value: '"http://localhost:5000"', origin: 'default' });
  expect(found).toContainEqual({ key: 'os2sync.log_file', value: 'not set', origin: 'default' });
});

test('a secret is only set or not set, and an address has no password', () => {
  const found = described({ 'redis.url': 'redis://:hemmelig@redis:6379' });
  expect(found).toContainEqual({ key: 'os2bridge.hash_key', value: 'set', origin: 'file' });
  expect(found).toContainEqual({ key: 'mora.auth.client_secret', value: 'not set', origin: 'default' });
  expect(found).toContainEqual({ key: 'redis.url', value: '"***@redis:6379"', origin: 'file' });
  expect(JSON.stringify(found)).not.toMatch(new RegExp(`hemmelig|${KEY}`));
});

test('what is wrong is described all the same', () => {
  expect(described({ 'os2sync.autowash': 'ja' })).toContainEqual({ key: 'os2sync.autowash', value: '"ja"', origin: 'file' });
});

test('the logger can be told every secret', () => {
  const settings = load({
    'redis.url': 'redis://:hem%40melig@redis:6379',
    'crontab.SAML_TOKEN': 'saml',
    'os2sync.api_key': 'nøgle'.replace('ø', 'o'),
  });
  expect(secretsOf(settings).toSorted()).toEqual([KEY, 'hem%40melig', 'hem@melig', 'nogle', 'saml'].toSorted());
});
