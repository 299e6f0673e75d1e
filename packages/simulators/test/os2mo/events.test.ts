import { z } from 'zod';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '@os2bridge/testing';
import { type Os2moSimulator, startOs2moSimulator } from '../../src/os2mo/start-os2mo-simulator.ts';
import { ask } from './ask.ts';
import { ids, smallTown } from './small-town.ts';

const OWNER = 'aaaaaaaa-0000-4000-8000-000000000001';
const OTHER = 'bbbbbbbb-0000-4000-8000-000000000002';

let mo: Os2moSimulator;
let token: string;
beforeEach(() => start(null));
afterEach(() => mo.close());

const start = async (eventDelayMs: number | null): Promise<void> => {
  mo = await startOs2moSimulator({ dataset: smallTown, auth: {}, eventDelayMs });
  token = mo.issueToken({ uuid: OWNER });
};

const declare = async (routing_key: string, as = token): Promise<string> =>
  z.string().parse(
    (
      await ask(mo, 'mutation($i:ListenerCreateInput!){event_listener_declare(input:$i){uuid}}', {
        token: as,
        variables: { i: { user_key: `test-${routing_key}`, routing_key } },
      })
    ).at('event_listener_declare.uuid'),
  );

const event = z.object({ subject: z.string(), priority: z.int(), token: z.string() });
type Event = z.output<typeof event>;

const fetchEvent = async (listener: string, as = token): Promise<Event | null> => {
  const query = 'query($l:UUID!){event_fetch(filter:{listener:$l}){subject priority token}}';
  return event.nullable().parse((await ask(mo, query, { token: as, variables: { l: listener } })).at('event_fetch'));
};

const acknowledge = (fetched: Event | null, as = token) =>
  ask(mo, 'mutation($t:EventToken!){event_acknowledge(input:{token:$t})}', { token: as, variables: { t: fetched?.token } });

const rename = (uuid: string, name: string) =>
  ask(mo, 'mutation($i:OrganisationUnitUpdateInput!){org_unit_update(input:$i){uuid}}', {
    token,
    variables: { i: { uuid, name, validity: { from: '2026-11-22' } } },
  });

describe('an event', () => {
  it('comes after emission, is invisible once fetched and gone once acknowledged', async () => {
    const listener = await declare('org_unit');
    await rename(ids.school, 'Bakkeskolen');
    expect(await fetchEvent(listener)).toBeNull();
    mo.emit();
    const fetched = await fetchEvent(listener);
    expect(fetched).toMatchObject({ subject: ids.school, priority: 10_000 });
    expect(await fetchEvent(listener)).toBeNull();
    await acknowledge(fetched);
    mo.setNow('2026-11-22T12:05:00+01:00');
    expect(await fetchEvent(listener)).toBeNull();
  });

  it('that is not acknowledged comes back after three minutes', async () => {
    const listener = await declare('org_unit');
    mo.patch({ upsert: { org_units: [{ uuid: ids.school, name: 'Ny' }] } });
    const first = await fetchEvent(listener);
    mo.setNow('2026-11-22T12:02:59+01:00');
    expect(await fetchEvent(listener)).toBeNull();
    mo.setNow('2026-11-22T12:03:00+01:00');
    expect(await fetchEvent(listener)).toEqual(first);
  });

  it('gets a new token with a new change, and the old one no longer acknowledges it', async () => {
    const listener = await declare('org_unit');
    const patch = (name: string) => mo.patch({ upsert: { org_units: [{ uuid: ids.school, name }] } });
    patch('A');
    const old = await fetchEvent(listener);
    patch('B');
    await acknowledge(old);
    const fresh = await fetchEvent(listener);
    expect(fresh?.subject).toBe(ids.school);
    expect(fresh?.token).not.toBe(old?.token);
  });

  it('belongs to the owner of its listener', async () => {
    const listener = await declare('org_unit');
    const stranger = mo.issueToken({ uuid: OTHER });
    mo.patch({ upsert: { org_units: [{ uuid: ids.school, name: 'Ny' }] } });
    expect(await fetchEvent(listener, stranger)).toBeNull();
    const fetched = await fetchEvent(listener);
    expect((await acknowledge(fetched, stranger)).data).toEqual({ event_acknowledge: true });
    await fetch(`${mo.url}/testing/events/reset-last-tried`, { method: 'POST' });
    expect(await fetchEvent(listener)).toEqual(fetched);
  });

  it('is not made by a change that changes nothing', async () => {
    const listener = await declare('org_unit');
    await rename(ids.school, 'Skolen på Bakken');
    mo.emit();
    expect(await fetchEvent(listener)).toBeNull();
  });

  it('comes when a validity begins', async () => {
    const listener = await declare('engagement');
    mo.setNow('2026-11-23T00:30:00+01:00');
    expect((await fetchEvent(listener))?.subject).toBe('00000000-0000-4000-8000-000000000102');
  });

  it('comes by itself when the delay is over', async () => {
    await mo.close();
    await start(20);
    const listener = await declare('org_unit');
    await rename(ids.school, 'Bakkeskolen');
    await eventually(async () => expect((await fetchEvent(listener))?.subject).toBe(ids.school));
  });
});

describe('a refresh', () => {
  it('makes events pending at once, the most urgent first', async () => {
    const listener = await declare('org_unit');
    const refresh = (uuid: string, priority: number) =>
      ask(mo, 'mutation($u:[UUID!],$o:UUID,$p:Int!){org_unit_refresh(filter:{uuids:$u},owner:$o,priority:$p){objects}}', {
        token,
        variables: { u: [uuid], o: OWNER, p: priority },
      });
    await refresh(ids.town, 10_000);
    await refresh(ids.school, 1);
    expect((await fetchEvent(listener))?.subject).toBe(ids.school);
  });
});

describe('a listener', () => {
  it('is the same when it is declared again, and cannot change its routing key', async () => {
    const listener = await declare('org_unit');
    expect(await declare('org_unit')).toBe(listener);
    const { errors } = await ask(mo, 'mutation{event_listener_declare(input:{user_key:"test-org_unit",routing_key:"person"}){uuid}}', {
      token,
    });
    expect(errors[0]?.message).toContain('different routing_key');
  });
});
