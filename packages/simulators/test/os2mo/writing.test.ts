import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Os2moSimulator, startOs2moSimulator } from '../../src/os2mo/start-os2mo-simulator.ts';
import { type Answer, ask } from './ask.ts';
import { valueAt } from './json-path.ts';
import { id, ids, smallTown } from './small-town.ts';

let mo: Os2moSimulator;
beforeEach(async () => {
  mo = await startOs2moSimulator({ dataset: smallTown });
});
afterEach(() => mo.close());

const NEW = id(60);

const create = (input: object, version = 30): Promise<Answer> =>
  ask(mo, 'mutation($i:ITUserCreateInput!){ituser_create(input:$i){uuid}}', {
    version,
    variables: { i: { uuid: NEW, user_key: 'fk', itsystem: ids.fk, person: ids.asa, validity: { from: '2026-11-22' }, ...input } },
  });

const terminate = (input: object, fields = 'uuid'): Promise<Answer> =>
  ask(mo, `mutation($i:ITUserTerminateInput!){ituser_terminate(input:$i){${fields}}}`, { variables: { i: { uuid: ids.asaAd, ...input } } });

const validities = async (uuid: string): Promise<unknown> =>
  (
    await ask(
      mo,
      'query($u:[UUID!]){itusers(filter:{uuids:$u,from_date:null,to_date:null}){objects{validities{user_key validity{from to}}}}}',
      { variables: { u: [uuid] } },
    )
  ).at('itusers.objects[0].validities');

const keyOf = ({ errors }: Answer): unknown => errors[0]?.extensions?.error_context.error_key;

describe('ituser_create', () => {
  it('takes the date as it is written, in whatever offset', async () => {
    await create({ validity: { from: '2026-06-30T22:00:00Z' } });
    expect(await validities(NEW)).toEqual([{ user_key: 'fk', validity: { from: '2026-06-30T00:00:00+02:00', to: null } }]);
  });

  it('replaces what has the same uuid', async () => {
    await create({});
    await create({ user_key: 'fk2', validity: { from: '2026-11-01' } });
    expect(await validities(NEW)).toEqual([{ user_key: 'fk2', validity: { from: '2026-11-01T00:00:00+01:00', to: null } }]);
  });

  it('accepts one duplicate and refuses everything after it', async () => {
    expect(keyOf(await create({}))).toBeUndefined();
    expect(keyOf(await create({ uuid: id(61_000) }))).toBeUndefined();
    expect(keyOf(await create({ uuid: id(62_000), user_key: 'other' }))).toBe('V_DUPLICATED_IT_USER');
    expect(keyOf(await create({ uuid: id(63_000), itsystem: ids.ad }))).toBeUndefined();
  });

  it('wants exactly one owner, a known system and the owner alive', async () => {
    expect(keyOf(await create({ org_unit: ids.school }))).toBe('E_INVALID_INPUT');
    expect(keyOf(await create({ itsystem: id(404) }))).toBe('E_NOT_FOUND');
    expect(keyOf(await create({ person: id(404) }))).toBe('E_USER_NOT_FOUND');
    expect(keyOf(await create({ person: null, org_unit: ids.library }))).toBe('V_DATE_OUTSIDE_ORG_UNIT_RANGE');
  });

  it('counts a written end as the last day up to v28', async () => {
    await create({ validity: { from: '2026-11-22', to: '2026-12-31' } }, 28);
    expect(valueAt(await validities(NEW), '[0].validity.to')).toBe('2027-01-01T00:00:00+01:00');
  });
});

describe('ituser_update', () => {
  it('begins a new stretch and keeps what it does not name', async () => {
    await ask(mo, 'mutation($i:ITUserUpdateInput!){ituser_update(input:$i){uuid}}', {
      variables: { i: { uuid: ids.asaAd, user_key: 'aasa', external_id: null, validity: { from: '2026-11-22' } } },
    });
    expect(valueAt(await validities(ids.asaAd), '[*].user_key')).toEqual(['asa', 'aasa']);
    const answer = await ask(mo, '{itusers(filter:{external_ids:["X-1"]}){objects{current{user_key}}}}');
    expect(answer.at('itusers.objects')).toEqual([{ current: { user_key: 'aasa' } }]);
  });
});

describe('ituser_terminate', () => {
  it('wants midnight in Copenhagen', async () => {
    expect(keyOf(await terminate({ to: '2026-11-22T00:00:00Z' }))).toBe('E_INVALID_INPUT');
    expect((await terminate({ to: '2026-11-22T00:00:00+01:00' })).errors).toEqual([]);
  });

  it('that changes nothing succeeds for uuid alone', async () => {
    await terminate({ to: '2026-11-22' });
    expect((await terminate({ to: '2026-11-22' })).errors).toEqual([]);
    expect(keyOf(await terminate({ to: '2026-11-22' }, 'uuid current{user_key}'))).toBe('E_UNKNOWN');
  });

  it('before the account began leaves it in no window', async () => {
    await terminate({ to: '1920-01-01' });
    expect(await validities(ids.asaAd)).toBeUndefined();
  });

  it('with a start makes a gap', async () => {
    await terminate({ from: '2026-12-01', to: '2027-01-01' });
    expect(await validities(ids.asaAd)).toHaveLength(2);
  });

  it('needs its own role', async () => {
    await mo.close();
    mo = await startOs2moSimulator({ dataset: smallTown, auth: {} });
    const token = mo.issueToken({ roles: ['read_ituser', 'create_ituser'] });
    const { errors } = await ask(mo, 'mutation($i:ITUserTerminateInput!){ituser_terminate(input:$i){uuid}}', {
      token,
      variables: { i: { uuid: ids.asaAd, to: '2026-11-22' } },
    });
    expect(errors[0]?.message).toBe('No policy approved the access');
  });
});

describe('a request that fails', () => {
  it('keeps none of its mutations', async () => {
    const answer = await ask(
      mo,
      'mutation($a:ITUserTerminateInput!,$b:ITUserTerminateInput!){a:ituser_terminate(input:$a){uuid} b:ituser_terminate(input:$b){uuid}}',
      { variables: { a: { uuid: ids.asaAd, to: '2026-11-22' }, b: { uuid: id(404), to: '2026-11-22' } } },
    );
    expect(answer.data).toBeNull();
    expect(valueAt(await validities(ids.asaAd), '[0].validity.to')).toBeNull();
  });
});

describe('employee_terminate', () => {
  it('ends everything a person has, never the person', async () => {
    await ask(mo, 'mutation($i:EmployeeTerminateInput!){employee_terminate(input:$i){uuid}}', {
      variables: { i: { uuid: ids.asa, to: '2026-11-22' } },
    });
    const answer = await ask(
      mo,
      'query($u:[UUID!]){persons(filter:{uuids:$u}){objects{current{engagements{uuid} itusers{uuid} addresses{uuid}}}}}',
      {
        variables: { u: [ids.asa] },
      },
    );
    expect(answer.at('persons.objects[0].current')).toEqual({ engagements: [], itusers: [], addresses: [] });
  });
});
