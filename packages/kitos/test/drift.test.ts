import { leakGuard } from '@os2bridge/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { KITOS_BEGINNING, parseKitosTime } from '../src/index.ts';
import { clientFor, runKitos } from './support/client-for.ts';
import { errorOf } from './support/error-of.ts';
import { startFakeKitos } from './support/fake-kitos.ts';
import { gather } from './support/gather.ts';
import { CVR, manyUsages } from './support/small-kitos.ts';
import { id, OWNER } from './support/uuid.ts';

const guard = leakGuard();
afterAll(() => guard.check());

describe("the vendor's newer version", () => {
  test('reads the same', async () => {
    await using old = await runKitos();
    await using next = await runKitos({ version: 'next' });
    for (const read of [
      (run: typeof old) => run.client.organisation(CVR),
      (run: typeof old) => run.client.usageRoleTypes(id.org),
      (run: typeof old) => gather(run.client.users(id.org)),
    ])
      expect(await read(next)).toEqual(await read(old));
    const [first] = await gather(next.client.usages(id.org));
    const [before] = await gather(old.client.usages(id.org));
    expect({ ...first, lastModified: null }).toEqual({ ...before, lastModified: null });
  });

  test('keeps microseconds, and rows of one microsecond are not lost at a page border', async () => {
    await using run = await runKitos(
      { version: 'next', dataset: manyUsages(9, (number) => `2026-01-01T00:00:00.00000${number % 3}Z`) },
      { pageSize: 2 },
    );
    expect(await gather(run.client.usages(id.org))).toHaveLength(9);
    const changedSince = parseKitosTime('2026-01-01T00:00:00.000002Z')!;
    expect(await gather(run.client.usages(id.org, { changedSince }))).toHaveLength(3);
  });

  test('refuses with an empty 401, a JSON string and a bare list of mistakes, which mean the same', async () => {
    await using run = await runKitos({ version: 'next' });
    const { kitos, client } = run;
    expect(await client.usage(id.usage(99))).toBeNull();
    kitos.expireTokens();
    expect(await client.usage(id.usage(1))).toMatchObject({ uuid: id.usage(1) });
    expect(await errorOf(gather(client.users(id.company)))).toMatchObject({ code: 'kitos-unexpected', status: 404 });
  });
});

describe('an answer that is spelt differently', () => {
  const usage = {
    UUID: id.usage(1).toUpperCase(),
    LastModified: '2026-01-01T00:00:00.1Z',
    SystemContext: { Uuid: id.system(1).toUpperCase(), Name: 'Løn', $type: 'Some.Type' },
    Roles: [{ User: { Uuid: id.user(1), Name: null }, Role: { UUID: OWNER.toUpperCase(), name: 'Systemejer' } }],
    SomethingNew: { a: [1] },
  };

  test('is read in any case, with unknown keys, without gdpr, validity and organisation; uuids become lower case', async () => {
    await using kitos = await startFakeKitos(({ path }) => (path.endsWith('GetToken') ? null : { json: [usage] }));
    expect(await gather(clientFor(kitos.url).usages(id.org))).toEqual([
      {
        uuid: id.usage(1),
        lastModified: '2026-01-01T00:00:00.1000000Z',
        system: { uuid: id.system(1), name: 'Løn' },
        organisation: null,
        valid: null,
        holders: [{ user: { uuid: id.user(1), name: null }, role: { uuid: OWNER, name: 'Systemejer' } }],
      },
    ]);
  });

  test('a user without a full name gets one from its parts', async () => {
    const json = [{ uuid: id.user(1), firstName: 'Åse', lastName: 'Ærlig', email: '' }];
    await using kitos = await startFakeKitos(({ path }) => (path.endsWith('GetToken') ? null : { json }));
    expect(await gather(clientFor(kitos.url).users(id.org))).toEqual([{ uuid: id.user(1), name: 'Åse Ærlig', email: null }]);
  });

  test('a login and a deletion too', async () => {
    const expires = new Date(Date.now() + 3_600_000).toISOString();
    const event = { OccurredAtUtc: '2026-01-01T00:00:00Z', EntityUuid: id.usage(1).toUpperCase(), EntityType: 'itSystemUsage' };
    await using kitos = await startFakeKitos(({ path }) =>
      path.endsWith('GetToken') ? { json: { Msg: '', Response: { Token: 'et-token', Expires: expires } } } : { json: [event] },
    );
    expect(await gather(clientFor(kitos.url).deletedEntities('ItSystemUsage', KITOS_BEGINNING))).toEqual([
      { uuid: id.usage(1), type: 'ItSystemUsage', occurredAt: '2026-01-01T00:00:00.0000000Z' },
    ]);
  });
});
