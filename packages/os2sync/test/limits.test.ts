import type { FkOrgUnit, Uuid } from '@os2bridge/model';
import { startOs2syncSimulator, type Os2syncSimulator } from '@os2bridge/simulators';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clientFor, CVR, errorOf, KEY, PERSONAL, unit, user, uuid } from './helpers.ts';

let simulator: Os2syncSimulator;

beforeAll(async () => {
  simulator = await startOs2syncSimulator({ cvr: CVR, apiKey: KEY });
});
afterAll(() => simulator.close());

const position = { Name: 'Havnefoged', OrgUnitUuid: uuid(1), StartDate: '2025-01-01', StopDate: null };
const upper = 'ABCDEF00-0000-4000-8000-000000000001' as Uuid;

const badUnits: [string, Partial<FkOrgUnit> | Record<string, unknown>, string][] = [
  ['a name of 201 characters', { Name: 'x'.repeat(201) }, 'Name is longer than 200 characters'],
  ['an empty name', { Name: '' }, 'Name is empty'],
  ['an address of 201 characters', { Post: 'x'.repeat(201) }, 'Post is longer than 200'],
  ['an empty address', { Email: '' }, 'Email is empty'],
  ['a short key of 51 characters', { ShortKey: 'x'.repeat(51) }, 'ShortKey is longer than 50'],
  ['an upper-case manager', { ManagerUuid: upper }, 'ManagerUuid is not a lower-case uuid'],
  ['a task that is no uuid', { Tasks: [uuid(1), 'hemmelig'] }, 'Tasks.1 is not a lower-case uuid'],
  ['a control character', { Location: 'a\u0001b' }, 'Location holds a character'],
  ['half an emoji', { Name: 'a\ud83d' }, 'Name holds a character'],
  ['a missing property', { Tasks: undefined }, 'Tasks Invalid input: expected array'],
  ['a property that OS2sync must not get', { Type: 'TEAM' }, 'Type'],
];

test.each(badUnits)('a unit with %s is not sent', async (_, changes, said) => {
  const error = await errorOf(clientFor(simulator.url).postOrgUnit({ ...unit(1), ...changes }));
  expect(error).toMatchObject({ code: 'os2sync-limit', fate: 'never', status: null });
  expect(error.message).toContain(said);
  expect(error.message).toContain(uuid(1));
});

const badUsers: [string, Record<string, unknown>, string][] = [
  ['a name of 101 characters', { Person: { Name: 'x'.repeat(101), Cpr: null } }, 'Person.Name is longer than 100'],
  ['a CPR with a dash', { Person: { Name: 'A', Cpr: '010190-9876' } }, 'Person.Cpr is not ten digits'],
  ['an empty CPR', { Person: { Name: 'A', Cpr: '' } }, 'Person.Cpr is not ten digits'],
  ['no user id', { UserId: '' }, 'UserId is empty'],
  ['a user id of 201 characters', { UserId: 'x'.repeat(201) }, 'UserId is longer than 200'],
  ['no position', { Positions: [] }, 'Positions is empty'],
  ['a position name of 201 characters', { Positions: [{ ...position, Name: 'x'.repeat(201) }] }, 'Positions.0.Name is longer than 200'],
  ['the same position twice', { Positions: [position, { ...position }] }, 'Positions holds the same position twice'],
  ['a date with a time', { Positions: [{ ...position, StartDate: '2025-01-01T00:00:00' }] }, 'Positions.0.StartDate is not a date'],
  ['a stop date', { Positions: [{ ...position, StopDate: '2026-01-01' }] }, 'Positions.0.StopDate is not null'],
  ['an upper-case unit', { Positions: [{ ...position, OrgUnitUuid: upper }] }, 'Positions.0.OrgUnitUuid is not a lower-case uuid'],
  ['a person uuid', { Person: { Name: 'A', Cpr: null, Uuid: uuid(9) } }, 'Uuid'],
];

test.each(badUsers)('a user with %s is not sent', async (_, changes, said) => {
  const error = await errorOf(clientFor(simulator.url).postUser({ ...user(2), ...changes }));
  expect(error).toMatchObject({ code: 'os2sync-limit', fate: 'never' });
  expect(error.message).toContain(said);
});

test('what claims to be a uuid and is none is neither sent nor shown', async () => {
  const client = clientFor(simulator.url);
  const cpr = PERSONAL.cpr as Uuid;
  const attempts = [
    client.getUser(cpr),
    client.deleteUser(cpr),
    client.getOrgUnit('../user/all' as Uuid),
    client.postUser({ ...user(2), Uuid: cpr }),
  ];
  for (const error of await Promise.all(attempts.map(errorOf))) {
    expect(error.code).toBe('os2sync-limit');
    expect(error.message).not.toContain(PERSONAL.cpr);
    expect(error.message).not.toContain('all');
  }
});

test('none of these reached OS2sync', () => {
  expect(simulator.stats().requests).toBe(0);
});

test('letters are counted, not bytes or code units', async () => {
  const client = clientFor(simulator.url);
  await client.postOrgUnit(unit(1, { Name: '😀'.repeat(200) }));
  await client.postUser(user(2, { Person: { Name: 'Ø'.repeat(100), Cpr: null } }));
  expect(simulator.failures()).toEqual([]);
  expect(simulator.state().orgunits[0]?.Name).toBe('😀'.repeat(200));
});
