import { eventually } from '@os2bridge/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dumpRedis } from './support/dump-redis.ts';
import { altered, fkAccount, harbour, harbourTown, joined, without } from './support/harbour.ts';
import { openPipeline, PATIENCE, type Pipeline } from './support/open-pipeline.ts';
import { uuid } from './support/small-town.ts';

/** Everything about the employees of Harbour that is nobody else's business. Åse's new name too. */
const PRIVATE = [
  'Søren',
  'Skibsbygger',
  'Åse',
  'Ankerkæde',
  'Ankerspil',
  'Jørn',
  'Jollemand',
  '0101700001',
  '0202800002',
  '0303900003',
  '12345670',
  'sosk',
  'havneby.example',
  'jorn.j',
] as const;
const found = (text: string): readonly string[] => PRIVATE.filter((value) => text.toLowerCase().includes(value.toLowerCase()));

let here: Pipeline;
beforeAll(async () => {
  here = await openPipeline({ settings: { 'os2sync.log_level': 10 } });
});
afterAll(() => here.close());

test('neither Redis nor the log of a worker ever holds a name, CPR, phone, e-mail or user name, failures included', async () => {
  const { bridge, mo, os2sync, stage } = here;
  const dumps: string[] = [];
  const dump = async () => void dumps.push(await dumpRedis(stage.redis.url));
  const worker = stage.spawn('os2sync-worker');

  // Jobs that wait: the queue is held while a run plans.
  await bridge.queues.objects.pause();
  const first = await here.ask();
  await here.until(first.id, 'applying');
  await dump();
  // Jobs that fail in every way: refused with a text of the target's own, an outage, an answer that makes no sense, an account that is no uuid.
  os2sync.addFaults(
    { kind: 'http-400-text', text: 'Skibsbygger, CPR 0101700001, er ugyldig', match: { method: 'POST', uuid: harbour.soren } },
    { kind: 'bad-json', match: { method: 'POST', uuid: harbour.ase } },
  );
  await bridge.queues.objects.resume();
  expect(await here.until(first.id)).toMatchObject({ state: 'partial', counters: { failed: 2, sent: 5 } });
  await dump();
  os2sync.clearFaults();
  mo.load(
    joined(altered(without(harbourTown, harbour.dock), harbour.ase, { surname: 'Ankerspil' }), {
      itusers: [fkAccount(uuid(512), { person: harbour.jorn }, 'jorn.j')],
    }),
  );
  expect(await here.sync()).toMatchObject({ state: 'partial', counters: { error: 1, sent: 2, deleted: 1 } });
  await dump();
  mo.setFaults([{ kind: 'graphql-error', match: 'Engagements', message: 'Åse Ankerspil 0202800002' }]);
  expect((await here.sync()).state).toBe('failed');
  await dump();

  for (const text of dumps) expect(found(text)).toEqual([]);
  // The dumps are not empty: a run, jobs and the memory are in them.
  expect(dumps[1]).toContain('os2sync-unclear-400');
  expect(dumps[1]).toContain(harbour.soren);

  await worker.stop();
  await eventually(() => expect(worker.output()).toContain(harbour.soren), PATIENCE);
  expect(worker.output()).toContain('os2sync answered');
  expect(found(worker.output())).toEqual([]);
});
