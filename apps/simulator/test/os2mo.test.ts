import { temporaryFolder } from '@os2bridge/testing';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess, runSimulator, SPAWNING, urlOf } from './run-simulator.ts';

const written = (content: string): string => {
  const file = join(temporaryFolder(), 'municipality.json');
  writeFileSync(file, content);
  return file;
};

const QUERY = '{ org_units { objects { current { name } } } }';

const unitNames = async (url: string, headers: Record<string, string> = {}): Promise<string[]> => {
  const answer = await fetch(`${url}/graphql/v30`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: QUERY }),
  });
  const { data } = (await answer.json()) as { data: { org_units: { objects: { current: { name: string } | null }[] } } | null };
  return (data?.org_units.objects ?? []).flatMap(({ current }) => current?.name ?? []);
};

describe('npm run simulator -- os2mo', SPAWNING, () => {
  it('serves the municipality of a file, as it is on the day of its clock', async () => {
    const units = [{ uuid: '1a000000-0000-4000-8000-000000000000', name: 'Bøgelund Kommune', from: '2000-01-01', to: '2010-01-01' }];
    const file = written(JSON.stringify({ org_units: units }));
    const simulator = runSimulator('os2mo', '--dataset', file, '--now', '2005-06-01T12:00:00+02:00', '--port', '0');
    const url = await urlOf(simulator);
    expect(simulator.stdout()).toContain(`${url}/graphql/v30`);
    expect(await unitNames(url)).toEqual(['Bøgelund Kommune']);
    expect((await fetch(`${url}/_sim/stats`)).status).toBe(200);
    expect(await simulator.stop()).toMatchObject({ code: 0 });
  });

  it('invents a municipality and writes the settings that fit', async () => {
    const settings = join(temporaryFolder(), 'settings.json');
    const simulator = runSimulator(
      'os2mo',
      '--units',
      '30',
      '--employees',
      '50',
      '--seed',
      'æblegrød',
      '--settings',
      settings,
      '--port',
      '0',
    );
    const names = await unitNames(await urlOf(simulator));
    expect(names).toContain('Æblevig Kommune');
    expect(names.length).toBeGreaterThan(25);
    expect(JSON.parse(readFileSync(settings, 'utf8'))).toHaveProperty(['os2sync.top_unit_uuid']);
    await simulator.stop();
  });

  it('lets in only who has the session or a client, when one is given', async () => {
    const file = written(JSON.stringify({ org_units: [{ uuid: '1a000000-0000-4000-8000-000000000000', name: 'Byen' }] }));
    const simulator = runSimulator('os2mo', '--dataset', file, '--session', 's-1', '--client', 'broen:hemmelig', '--port', '0');
    const url = await urlOf(simulator);
    expect(await unitNames(url)).toEqual([]);
    expect(await unitNames(url, { session: 's-1' })).toEqual(['Byen']);
    const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'broen', client_secret: 'hemmelig' });
    const answer = await fetch(`${url}/auth/realms/mo/protocol/openid-connect/token`, { method: 'POST', body: form });
    const { access_token } = (await answer.json()) as { access_token: string };
    expect(await unitNames(url, { authorization: `Bearer ${access_token}` })).toEqual(['Byen']);
    await simulator.stop();
  });

  it.each([
    ['is missing', () => 'no/such/file.json', /^no\/such\/file\.json: cannot be read: there is no such file\.\n$/],
    ['is not JSON', () => written('{"org_units": ['), /municipality\.json: is not JSON: /],
    [
      'has the wrong shape',
      () => written('{"org_units": [{"uuid": "no"}]}'),
      /municipality\.json: does not have the right shape:\n {2}org_units\[0\]\.uuid: /,
    ],
  ])('refuses a file that %s', async (_what, file, message) => {
    const { code, out, err } = await inProcess('os2mo', '--dataset', file(), '--port', '0');
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(out).toBe('');
  });

  it('does not take a file and a size at once', async () => {
    const { code, err } = await inProcess('os2mo', '--dataset', written('{}'), '--units', '5');
    expect(code).toBe(2);
    expect(err).toContain('not both');
  });
});

describe('npm run simulator', () => {
  it('shows with --help what there is, and examples', async () => {
    const { code, out } = await inProcess('--help');
    expect(code).toBe(0);
    expect(out).toContain('npm run simulator -- os2sync --port 8081');
  });

  it.each([
    [['os2mo', '--port', 'eight'], 'It must be a whole number from 0 to 65535.'],
    [['os2mo', '--units', '0'], 'one unit at least'],
    [['os2mo', '--now', 'yesterday'], 'It must look like 2026-11-22T12:00:00+01:00.'],
    [['os2mo', '--client', 'broen'], 'It must look like id:secret.'],
    [['os2mo', '--settings', 'no/such/folder/settings.json', '--units', '1', '--employees', '0'], 'cannot be written'],
    [['os2sync', '--processing', 'slowly'], 'Allowed choices are immediate, ticks.'],
    [['os2sinc'], 'Did you mean os2sync?'],
  ])('refuses %j with 2 and says what is wrong', async (args, message) => {
    const { code, err } = await inProcess(...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
