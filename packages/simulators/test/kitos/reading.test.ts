import { leakGuard } from '@os2bridge/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { id, runKitos, smallTown, uuidsOf } from './helpers.ts';

const guard = leakGuard();
afterAll(() => guard.check());

const ORG = `organizationUuid=${id.org(1)}`;

describe('organisations', () => {
  test('are found by a part of their number, oldest first; what is hidden from us is not', async () => {
    await using run = await runKitos();
    expect(uuidsOf(await run.see('organizations?cvrContent=12345678'))).toEqual([id.org(2), id.org(1)]);
    expect(uuidsOf(await run.see('organizations?nameContent=kommune'))).toEqual([id.org(1)]);
    expect(uuidsOf(await run.see('organizations'))).toEqual([id.org(2), id.org(1)]);
    expect(uuidsOf(await run.see('organizations?onlyWhereUserHasMembership=true'))).toEqual([id.org(1)]);
    run.kitos.setAccount({ globalAdmin: true });
    expect(await run.see('organizations')).toHaveLength(3);
  });

  test('show a foreign number that the search does not find', async () => {
    await using run = await runKitos({ dataset: { organisations: [{ uuid: id.org(1), name: 'Svensk', foreignCvr: 'SE123' }] } });
    expect(await run.see('organizations')).toMatchObject([{ cvr: 'SE123' }]);
    expect(await run.see('organizations?cvrContent=SE123')).toEqual([]);
  });
});

describe('users', () => {
  test('are those of the organisation, with a blank where the last name would be', async () => {
    await using run = await runKitos();
    expect(await run.see(`organizations/${id.org(1)}/users`)).toMatchObject([{ name: 'Åse Ærlig' }, { name: 'Bjørn ', lastName: null }]);
  });

  test('take any page size, and what cannot be read as if it were not there', async () => {
    await using run = await runKitos();
    const users = `organizations/${id.org(1)}/users`;
    expect(await run.see(`${users}?pageSize=1000`)).toHaveLength(2);
    expect(await run.see(`${users}?pageSize=mange&page=x`)).toHaveLength(2);
    expect(await run.see(`${users}?pageSize=0`)).toEqual([]);
    expect((await run.ask(`${users}?page=-1`)).status).toBe(500);
  });

  test('are searched by pieces, none of them exact', async () => {
    await using run = await runKitos();
    expect(uuidsOf(await run.see(`organizations/${id.org(1)}/users?emailQuery=aeblevig%20aase`))).toEqual([id.user(1)]);
    expect(await run.see(`organizations/${id.org(1)}/users?emailQuery=a`)).toHaveLength(2);
  });

  test('of an unknown organisation are 404, of a strange one 403', async () => {
    await using run = await runKitos();
    expect(await run.ask(`organizations/${id.org(9)}/users`)).toMatchObject({
      status: 404,
      text: 'NotFound',
      type: expect.stringContaining('text/plain'),
    });
    expect(await run.ask(`organizations/${id.org(2)}/users`)).toMatchObject({ status: 403, text: 'Forbidden' });
  });
});

describe('usages', () => {
  test('come by number, or by time and number when asked since when', async () => {
    await using run = await runKitos();
    expect(uuidsOf(await run.see(`it-system-usages?${ORG}`))).toEqual([id.usage(1), id.usage(3)]);
    expect(uuidsOf(await run.see(`it-system-usages?${ORG}&changedSinceGtEq=2026-01-01T00:00:00Z`))).toEqual([id.usage(3), id.usage(1)]);
  });

  test('show their time without zeros at the end', async () => {
    await using run = await runKitos();
    const times = (await run.see<{ lastModified: string }[]>(`it-system-usages?${ORG}`)).map(({ lastModified }) => lastModified);
    expect(times).toEqual(['2026-02-01T10:00:00.1Z', '2026-02-01T10:00:00Z']);
  });

  test('are filtered from the very 100 ns on', async () => {
    const dataset = smallTown({ usages: [{ uuid: id.usage(1), system: id.system(1), lastModified: '2026-02-01T10:00:00.0000002Z' }] });
    await using run = await runKitos({ dataset });
    expect(await run.see(`it-system-usages?${ORG}&changedSinceGtEq=2026-02-01T10:00:00.0000002Z`)).toHaveLength(1);
    expect(await run.see(`it-system-usages?${ORG}&changedSinceGtEq=2026-02-01T10:00:00.0000003Z`)).toHaveLength(0);
  });

  test('since a time without zone are those since that time on a Danish clock', async () => {
    await using run = await runKitos();
    expect(await run.see(`it-system-usages?${ORG}&changedSinceGtEq=2026-02-01T11:00:00`)).toHaveLength(2);
    expect(await run.see(`it-system-usages?${ORG}&changedSinceGtEq=2026-02-01T11:00:00.05`)).toHaveLength(1);
  });

  test('of an unknown organisation, or one that is not ours, are none', async () => {
    await using run = await runKitos();
    expect(await run.see(`it-system-usages?organizationUuid=${id.org(9)}`)).toEqual([]);
    expect(await run.see(`it-system-usages?organizationUuid=${id.org(2)}`)).toEqual([]);
    expect((await run.ask(`it-system-usages/${id.usage(2)}`)).status).toBe(403);
  });

  test('an unknown parameter is passed over: a slip of the pen means everything', async () => {
    await using run = await runKitos();
    expect(await run.see(`it-system-usages?${ORG}&changedSinceGtEqual=2030-01-01T00:00:00Z`)).toHaveLength(2);
    expect(await run.see(`it-system-usages?${ORG}&CHANGEDSINCEGTEQ=2030-01-01T00:00:00Z`)).toHaveLength(0);
  });

  test.each([
    'pageSize=251',
    'pageSize=0',
    'page=-1',
    'changedSinceGtEq=i-morgen',
    'organizationUuid=nej',
    'changedSinceGtEq=2026-01-01T00:00:00+00:00',
  ])('%s is refused with the mistake named', async (query) => {
    await using run = await runKitos();
    const reply = await run.ask(`it-system-usages?${query}`);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text)).toEqual({ message: 'The request is invalid.', modelState: expect.any(Object) });
  });

  test('one alone looks as in the list; an unknown one is 404 in plain text', async () => {
    await using run = await runKitos();
    const [first] = await run.see<unknown[]>(`it-system-usages?${ORG}`);
    expect(await run.see(`it-system-usages/${id.usage(1)}`)).toEqual(first);
    expect(await run.ask(`it-system-usages/${id.usage(9)}`)).toMatchObject({ status: 404, text: 'NotFound' });
    expect((await run.ask('it-system-usages/nej')).status).toBe(400);
  });

  test('have nulls, and keys in the casing of the real thing', async () => {
    await using run = await runKitos();
    const usage = await run.see(`it-system-usages/${id.usage(1)}`);
    expect(usage).toMatchObject({ gdpr: { purpose: null }, localKLEDeviations: { addedKLE: [] }, lastModifiedBy: null });
  });
});

describe('systems', () => {
  test('leave deactivated ones out unless told, and those of strangers always', async () => {
    await using run = await runKitos();
    expect(uuidsOf(await run.see('it-systems'))).toEqual([id.system(1), id.system(2)]);
    expect(uuidsOf(await run.see('it-systems?includeDeactivated=true'))).toEqual([id.system(1), id.system(2), id.system(3)]);
    expect(await run.see(`it-systems/${id.system(3)}`)).toMatchObject({ deactivated: true });
    expect((await run.ask(`it-systems/${id.system(4)}`)).status).toBe(403);
  });

  test('in use, changed since, are asked by the system’s own time', async () => {
    await using run = await runKitos();
    const used = `it-systems?usedInOrganizationUuid=${id.org(1)}&includeDeactivated=true`;
    expect(uuidsOf(await run.see(used))).toEqual([id.system(1), id.system(3)]);
    expect(uuidsOf(await run.see(`${used}&changedSinceGtEq=2026-01-01T00:00:00.0000002Z`))).toEqual([id.system(3)]);
    run.kitos.change({ kind: 'add-usage', uuid: id.usage(4), system: id.system(2) });
    expect(uuidsOf(await run.see(`${used}&changedSinceGtEq=2026-11-01T00:00:00Z`))).toEqual([]);
  });
});

describe('role types', () => {
  test('are those switched on, the most important first, all on one page', async () => {
    await using run = await runKitos();
    expect(uuidsOf(await run.see(`it-system-usage-role-types?${ORG}`))).toEqual([id.role(1), id.role(2)]);
    expect(await run.see(`it-system-usage-role-types/${id.role(3)}?${ORG}`)).toMatchObject({ name: 'Slukket', isAvailable: false });
  });

  test('need an organisation, a known one, and our own', async () => {
    await using run = await runKitos();
    expect((await run.ask('it-system-usage-role-types')).status).toBe(400);
    expect((await run.ask(`it-system-usage-role-types?organizationUuid=${id.org(9)}`)).status).toBe(404);
    expect((await run.ask(`it-system-usage-role-types?organizationUuid=${id.org(2)}`)).status).toBe(403);
  });
});

describe('the deletion feed', () => {
  const at = (number: number, occurredAt: string, changes: object = {}) => ({
    uuid: id.usage(number),
    type: 'ItSystemUsage' as const,
    organisation: id.org(1),
    occurredAt,
    ...changes,
  });
  const deletions = [
    at(1, '2026-01-02T00:00:00Z'),
    at(2, '2026-01-01T00:00:00.5Z'),
    at(3, '2026-01-03T00:00:00Z', { type: 'ItSystem', public: true, organisation: id.org(2) }),
    at(4, '2026-01-03T00:00:00Z', { organisation: id.org(2) }),
  ];
  const seen = async (run: Awaited<ReturnType<typeof runKitos>>, query: string): Promise<string[]> =>
    (await run.see<{ entityUuid: string }[]>(`delta-feed/deleted-entities?${query}`)).map(({ entityUuid }) => entityUuid);

  test('has our own usages, everybody’s public systems, oldest first', async () => {
    await using run = await runKitos({ dataset: smallTown({ deletions }) });
    expect(await seen(run, 'entityType=ItSystemUsage')).toEqual([id.usage(2), id.usage(1)]);
    expect(await seen(run, 'entityType=0')).toEqual([id.usage(3)]);
    expect(await seen(run, 'entityType=itsystemusage&deletedSinceUTC=2026-01-01T00:00:00.5000001Z')).toEqual([id.usage(1)]);
    expect(await run.see('delta-feed/deleted-entities?entityType=ItSystem')).toEqual([
      { occurredAtUtc: '2026-01-03T00:00:00Z', entityUuid: id.usage(3), entityType: 'ItSystem' },
    ]);
  });

  test('gives its whole history to a question that it cannot read', async () => {
    await using run = await runKitos({ dataset: smallTown({ deletions }) });
    expect(await seen(run, 'entityType=Usage&deletedSinceUTC=i-morgen')).toHaveLength(3);
    expect(await seen(run, 'pageSize=1000')).toHaveLength(3);
    expect(await seen(run, 'pageSize=0')).toEqual([]);
    expect((await run.ask('delta-feed/deleted-entities?pageSize=-1')).status).toBe(500);
  });

  test('changes the order of what happened at one instant from request to request', async () => {
    const ties = [1, 2, 3].map((number) => at(number, '2026-01-01T00:00:00Z'));
    await using run = await runKitos({ dataset: smallTown({ deletions: ties }) });
    expect(await seen(run, 'pageSize=2')).not.toEqual(await seen(run, 'pageSize=2'));
  });
});
