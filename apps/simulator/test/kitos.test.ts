import { temporaryFolder } from '@os2bridge/testing';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess, runSimulator, urlOf } from './run-simulator.ts';

describe('npm run simulator -- kitos', () => {
  it('says where it is, lets its account in, writes the settings that fit, and ends with 0 at SIGTERM', async () => {
    const file = join(temporaryFolder(), 'kitos-settings.json');
    const size = ['--systems', '20', '--usages', '10', '--users', '30', '--cvr', '87654321'];
    const simulator = runSimulator('kitos', '--port', '0', ...size, '--settings', file, '--email', 'api@x.example', '--password', 'abc');
    const url = await urlOf(simulator);
    expect(simulator.stdout()).toContain(`OS2kitos simulator at ${url}/api/v2`);
    const settings = JSON.parse(readFileSync(file, 'utf8'));
    expect(settings).toMatchObject({ 'rc.integrations.kitos.cvr': '87654321', 'di.kitosClient.email': 'api@x.example' });
    const login = await fetch(`${url}/api/authorize/GetToken`, { method: 'POST', body: '{"email":"api@x.example","password":"abc"}' });
    const { response } = JSON.parse(await login.text());
    const usages = await fetch(`${url}/api/v2/it-system-usages`, { headers: { authorization: `Bearer ${response.token}` } });
    expect(await usages.json()).toHaveLength(10);
    expect(await simulator.stop()).toMatchObject({ code: 0 });
    expect(simulator.stderr()).toBe('');
  });

  it('names the place of a mistake in a dataset', async () => {
    const file = join(temporaryFolder(), 'kitos.json');
    writeFileSync(file, JSON.stringify({ systems: [{ uuid: 'nej', name: 'Løn' }] }));
    const { code, err } = await inProcess('kitos', '--port', '0', '--dataset', file);
    expect(code).toBe(2);
    expect(err).toContain('systems[0].uuid');
  });

  it.each([
    [['--dataset', 'x.json', '--systems', '3'], 'not both'],
    [['--systems', '3', '--usages', '4'], 'at least --usages'],
    [['--kitos', 'older'], 'framework'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await inProcess('kitos', '--port', '0', ...args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
