import { temporaryFolder } from '@os2bridge/testing';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProcess, runSimulator, SPAWNING, urlOf } from './run-simulator.ts';

const UNIT = '0b1c7c1e-5a55-4c0e-9a51-6d1f0a9e4c01';

describe('npm run simulator -- os2sync', SPAWNING, () => {
  it('says in one line where it is and what to try, answers, and ends with 0 at SIGTERM', async () => {
    const simulator = runSimulator('os2sync', '--port', '0', '--cvr', '99999999', '--api-key', 'k-123');
    const url = await urlOf(simulator);
    expect(simulator.stdout().trim().split('\n')).toHaveLength(1);
    expect(simulator.stdout()).toContain(`curl ${url}/_sim/stats`);
    const headers = { cvr: '99999999', apiKey: 'k-123', 'content-type': 'application/json' };
    const posted = await fetch(`${url}/api/orgUnit`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ Uuid: UNIT, Name: 'Havnekontoret' }),
    });
    expect(posted.status).toBe(200);
    expect((await fetch(`${url}/api/orgUnit/${UNIT}`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/api/orgUnit/${UNIT}`, { headers: { cvr: '99999999' } })).status).toBe(401);
    expect((await fetch(`${url}/_sim/stats`)).status).toBe(200);
    expect(await simulator.stop()).toMatchObject({ code: 0 });
    expect(simulator.stderr()).toBe('');
  });

  it('ends with 0 at SIGINT too', async () => {
    const simulator = runSimulator('os2sync', '--port', '0');
    await urlOf(simulator);
    simulator.process.kill('SIGINT');
    expect(await simulator.exited).toMatchObject({ code: 0 });
  });

  it('begins with what a file says FK holds', async () => {
    const file = join(temporaryFolder(), 'fk.json');
    writeFileSync(file, JSON.stringify({ orgunits: [{ Uuid: UNIT, Name: 'Havnekontoret' }] }));
    const simulator = runSimulator('os2sync', '--port', '0', '--fk', file);
    const url = await urlOf(simulator);
    const unit = await fetch(`${url}/api/orgUnit/${UNIT}`, { headers: { cvr: '99999999' } });
    expect(await unit.json()).toMatchObject({ Name: 'Havnekontoret' });
    await simulator.stop();
  });

  it('names the place of a registration that is none', async () => {
    const file = join(temporaryFolder(), 'fk.json');
    writeFileSync(file, JSON.stringify({ orgunits: [{ Uuid: UNIT, Name: ['Havnekontoret'] }] }));
    const { code, err } = await inProcess('os2sync', '--port', '0', '--fk', file);
    expect(code).toBe(2);
    expect(err).toContain(`${file}: does not have the right shape`);
    expect(err).toContain('Name');
  });

  it('says that a port is in use, and what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const { code, err } = await inProcess('os2sync', '--port', String(port));
    expect(code).toBe(2);
    expect(err).toBe(`Port ${port} is in use by another program. Take another with --port N; --port 0 takes any free one.\n`);
    server.close();
  });
});
