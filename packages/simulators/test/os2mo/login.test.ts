import { z } from 'zod';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '@os2bridge/testing';
import type { Os2moAuth } from '../../src/os2mo/auth/auth-options.ts';
import { type Os2moSimulator, startOs2moSimulator } from '../../src/os2mo/start-os2mo-simulator.ts';
import { ask, post } from './ask.ts';
import { ids, smallTown } from './small-town.ts';

let mo: Os2moSimulator;
afterEach(() => mo.close());

const start = async (auth: Os2moAuth): Promise<void> => {
  mo = await startOs2moSimulator({ dataset: smallTown, auth });
};

const login = (secret: string): Promise<Response> =>
  fetch(`${mo.url}/auth/realms/mo/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'bridge', client_secret: secret }),
  });

const grant = z.object({ access_token: z.string(), expires_in: z.int(), token_type: z.string() });
const tokenAnswer = async (): Promise<z.output<typeof grant>> => grant.parse(await (await login('hemmelig')).json());

const bridge = { clientId: 'bridge', clientSecret: 'hemmelig' };
const units = '{org_units{objects{uuid current{name unit_type{name}}}}}';

describe('a login', () => {
  it('gives a token that lives 300 seconds and opens everything', async () => {
    await start({ clients: [bridge] });
    const answer = await tokenAnswer();
    expect(answer).toMatchObject({ expires_in: 300, token_type: 'Bearer' });
    expect((await ask(mo, units, { token: answer.access_token })).errors).toEqual([]);
  });

  it('with a wrong secret is refused with 401', async () => {
    await start({ clients: [bridge] });
    expect((await login('gæt')).status).toBe(401);
  });

  it('is not needed with the session header', async () => {
    await start({ session: 'e0000000-0000-4000-8000-000000000001' });
    expect((await ask(mo, units, { headers: { session: 'e0000000-0000-4000-8000-000000000001' } })).errors).toEqual([]);
    expect((await ask(mo, units, { headers: { session: 'forkert' } })).errors).toEqual([{ message: 'User is not authenticated' }]);
  });
});

describe('without a valid token', () => {
  it('the answer is HTTP 200 with an error, even for an invalid query', async () => {
    await start({});
    const answer = await post(mo, '{nope}');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ data: null, errors: [{ message: 'User is not authenticated' }] });
  });

  it('a token stops working when its time is up', async () => {
    await start({ clients: [bridge], tokenLifetimeSeconds: 0.2 });
    const { access_token: token } = await tokenAnswer();
    expect((await ask(mo, '{version{mo_version}}', { token })).errors).toEqual([]);
    await eventually(async () => expect((await ask(mo, '{version{mo_version}}', { token })).errors).toHaveLength(1));
  });

  it('all tokens can be made worthless at once', async () => {
    await start({});
    const token = mo.issueToken({});
    mo.expireTokens();
    expect((await ask(mo, units, { token })).data).toBeNull();
  });
});

describe('roles', () => {
  it('a missing one nulls a nullable field, the object around a non-null one, and everything at the root', async () => {
    await start({});
    const token = mo.issueToken({ roles: ['read_org_unit'] });
    const nullable = await ask(mo, units, { token });
    expect(nullable.at('org_units.objects[0].current')).toEqual({ name: 'Lilleby Kommune', unit_type: null });
    const nonNull = await ask(mo, 'query($u:[UUID!]){org_units(filter:{uuids:$u}){objects{current{addresses{value}}}}}', {
      token,
      variables: { u: [ids.school] },
    });
    expect(nonNull.at('org_units.objects')).toEqual([{ current: null }]);
    const root = await ask(mo, '{org_units{objects{uuid}} itusers{objects{uuid}}}', { token });
    expect(root).toMatchObject({ data: null, errors: [{ message: 'No policy approved the access', path: ['itusers'] }] });
  });

  it('the word admin grants nothing', async () => {
    await start({ clients: [{ ...bridge, roles: ['admin'] }] });
    const { access_token: token } = await tokenAnswer();
    expect((await ask(mo, units, { token })).errors[0]?.message).toBe('No policy approved the access');
  });
});
