import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listChecks, runChecks, type Bridge, type CheckOutcome } from '@os2bridge/os2sync-pipeline';
import { openTown, type Town } from './support/open-town.ts';
import { town, uuid } from './support/small-town.ts';

let here: Town;
afterEach(() => here.close());

const check = async ({ settings, redis, reader, client }: Bridge): Promise<readonly CheckOutcome[]> => {
  const outcomes: CheckOutcome[] = [];
  for await (const outcome of runChecks(listChecks({ settings, redis, reader, client, now: () => new Date('2026-11-22T12:00:00Z') })))
    outcomes.push(outcome);
  return outcomes;
};

const brief = (outcomes: readonly CheckOutcome[]): Record<string, string> =>
  Object.fromEntries(outcomes.map(({ id, outcome }) => [id, outcome]));

describe('checks', () => {
  beforeEach(async () => {
    here = await openTown();
  });

  test('everything that is right is green and says what is there', async () => {
    const outcomes = await check(here.withSettings({ 'crontab.RUN_OS2SYNC': true, 'os2sync.cron': '0 30 2 * * ?' }));
    expect(outcomes.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    const detail = (id: string): string => outcomes.find((one) => one.id === id)?.detail ?? '';
    expect(detail('redis')).toMatch(/version \d+\.\d+.*noeviction/);
    expect(detail('os2mo-login')).toContain(here.mo.url);
    expect(detail('os2mo-roles')).toContain('engagements');
    expect(detail('schedule')).toContain('2026-11-23 02:30');
    expect(detail('hash-key')).not.toContain('only for the small town');
  });

  test('a Redis that is away is red, the rest is still looked at', async () => {
    const bridge = here.withSettings({});
    await here.redis.stop();
    expect(brief(await check(bridge))).toMatchObject({ redis: 'failed', 'os2mo-login': 'ok', os2sync: 'ok' });
  });

  test('a Redis that evicts keys is red', async () => {
    await here.bridge.redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
    const [redis] = (await check(here.bridge)).filter(({ id }) => id === 'redis');
    expect(redis).toMatchObject({ outcome: 'failed', about: 'connection' });
    expect(redis?.detail).toContain('noeviction');
  });

  test('an OS2MO that is away is red once, and what needs it is not checked', async () => {
    await here.mo.close();
    const outcomes = await check(here.bridge);
    expect(brief(outcomes)).toMatchObject({
      'os2mo-login': 'failed',
      'os2mo-roles': 'skipped',
      'top-unit': 'skipped',
      classes: 'skipped',
      os2sync: 'ok',
    });
  });

  test('an OS2sync that is away is red', async () => {
    await here.os2sync.close();
    expect(brief(await check(here.bridge))).toMatchObject({ os2sync: 'failed', 'os2mo-login': 'ok' });
  });

  test('a top unit that has ended, and one that nobody knows, are red and told apart', async () => {
    const ended = await check(here.withSettings({ 'os2sync.top_unit_uuid': town.ended }));
    const unknown = await check(here.withSettings({ 'os2sync.top_unit_uuid': uuid(77) }));
    expect(ended.find(({ id }) => id === 'top-unit')).toMatchObject({
      outcome: 'failed',
      about: 'settings',
      detail: `${town.ended} is not valid now`,
    });
    expect(unknown.find(({ id }) => id === 'top-unit')?.detail).toBe(`${uuid(77)} is unknown to OS2MO`);
  });

  test('an it system, a class and a filtered unit that OS2MO does not have are red and named', async () => {
    const outcomes = await check(
      here.withSettings({
        os2sync_uuid_from_it_systems: ['FK-orgg'],
        'os2sync.ignored.unit_types': [uuid(88)],
        'os2sync.filter_hierarchy_names': ['Linje'],
        'os2sync.filter_orgunit_uuid': [uuid(78)],
      }),
    );
    const failed = Object.fromEntries(outcomes.filter(({ outcome }) => outcome === 'failed').map(({ id, detail }) => [id, detail]));
    expect(failed).toEqual({
      'it-systems': 'unknown to OS2MO: FK-orgg',
      classes: `unknown to OS2MO: os2sync.ignored.unit_types: ${uuid(88)}; os2sync.filter_hierarchy_names: Linje`,
      'filtered-units': `unknown to OS2MO: ${uuid(78)}`,
    });
  });
});

describe('checks of logins', () => {
  const clients = [
    { clientId: 'bridge', clientSecret: 'hemmelig-nøgle' },
    {
      clientId: 'half',
      clientSecret: 'hemmelig-nøgle',
      roles: ['read_org_unit', 'read_class', 'read_itsystem', 'read_ituser', 'read_address', 'read_org', 'read_kle'],
    },
  ];
  const login = (clientId: string, secret = 'hemmelig-nøgle') => ({
    'mora.auth.server': `${here.mo.url}/auth`,
    'mora.auth.client_id': clientId,
    'mora.auth.client_secret': secret,
    'os2sync.api_key': 'den-rigtige',
  });
  beforeEach(async () => {
    here = await openTown({ auth: { clients }, apiKey: 'den-rigtige' });
  });

  test('a login with all roles is green and shows no secret', async () => {
    const outcomes = await check(here.withSettings(login('bridge')));
    expect(outcomes.filter(({ outcome }) => outcome !== 'ok')).toEqual([]);
    expect(JSON.stringify(outcomes)).not.toMatch(/hemmelig|den-rigtige/);
  });

  test('a wrong secret is red', async () => {
    expect(brief(await check(here.withSettings(login('bridge', 'gættet'))))).toMatchObject({
      'os2mo-login': 'failed',
      'os2mo-roles': 'skipped',
    });
  });

  test('roles that are missing are named', async () => {
    const roles = (await check(here.withSettings(login('half')))).find(({ id }) => id === 'os2mo-roles');
    expect(roles).toMatchObject({ outcome: 'failed', detail: 'may not read persons, engagements' });
    expect(roles?.remedy).toMatch(/read_employee.*read_engagement/);
  });

  test('a key that OS2sync does not accept is red', async () => {
    const outcomes = await check(here.withSettings({ ...login('bridge'), 'os2sync.api_key': 'den-forkerte' }));
    expect(outcomes.find(({ id }) => id === 'os2sync')).toMatchObject({ outcome: 'failed', about: 'connection' });
    expect(JSON.stringify(outcomes)).not.toContain('den-forkerte');
  });
});
