import { expect, test } from 'vitest';
import { createMoReader } from '../src/create-mo-reader.ts';
import { failureOf } from './support/failure-of.ts';
import { type FakeReply, type FakeRequest, startFakeMo } from './support/fake-mo.ts';
import { moSettings } from './support/mo-settings.ts';
import { pageOf } from './support/page-of.ts';
import { recordedLog } from './support/recorded-log.ts';
import { unitObject } from './support/unit-object.ts';
import { uuid } from './support/uuids.ts';

const units = (...numbers: number[]): unknown[] => numbers.map((number) => unitObject(uuid(number)));

const startWith = async (reply: (request: FakeRequest) => FakeReply) => {
  const mo = await startFakeMo(reply);
  const reader = createMoReader({ settings: moSettings(mo.url, { pageSize: 2 }), logger: recordedLog() });
  const pages: string[][] = [];
  const walk = async (signal?: AbortSignal): Promise<void> => {
    for await (const page of reader.unitPages(signal)) pages.push(page.map((unit) => unit.uuid));
  };
  return { mo, reader, pages, walk, [Symbol.asyncDispose]: () => mo[Symbol.asyncDispose]() };
};

test('a walk goes on until there is no cursor, over short and empty pages', async () => {
  const answers = [
    pageOf('org_units', units(1, 2), 'a'),
    pageOf('org_units', units(3), 'b'),
    pageOf('org_units', [], 'c'),
    pageOf('org_units', units(4), 'd'),
    pageOf('org_units', []),
  ];
  await using run = await startWith(({ before }) => ({ json: answers[before] }));
  const { mo, pages, walk } = run;
  await walk();
  expect(pages).toEqual([[uuid(1), uuid(2)], [uuid(3)], [uuid(4)]]);
  expect(mo.seen.map(({ variables }) => variables)).toEqual([null, 'a', 'b', 'c', 'd'].map((cursor) => ({ limit: 2, cursor })));
});

test('a page that fails in the middle fails the walk, after the pages before it', async () => {
  await using run = await startWith(({ before }) =>
    before === 1 ? { status: 502, text: '' } : { json: pageOf('org_units', units(1, 2), 'a') },
  );
  const { pages, walk } = run;
  expect(await failureOf(walk())).toMatchObject({ code: 'mo-down', fate: 'later' });
  expect(pages).toEqual([[uuid(1), uuid(2)]]);
});

test('a cursor that comes back again is an error, not an endless walk', async () => {
  await using run = await startWith(({ before }) => ({ json: pageOf('org_units', [], before % 2 === 0 ? 'a' : 'b') }));
  const { walk } = run;
  expect(await failureOf(walk())).toMatchObject({ code: 'mo-answer' });
});

test('pages out of order are an error', async () => {
  await using run = await startWith(({ before }) => ({
    json: before === 0 ? pageOf('org_units', units(3, 4), 'a') : pageOf('org_units', units(4)),
  }));
  const { walk } = run;
  expect(await failureOf(walk())).toMatchObject({ code: 'mo-answer' });
});

test('a cursor that MO no longer accepts (it was upgraded meanwhile) is tried again later, not a pause', async () => {
  const rejected = { data: null, errors: [{ message: "Variable '$cursor' got invalid value", locations: [{ line: 1, column: 27 }] }] };
  await using run = await startWith(({ before }) => ({ json: before === 0 ? pageOf('org_units', units(1), 'a') : rejected }));
  const { walk } = run;
  expect(await failureOf(walk())).toMatchObject({ code: 'mo-answer', fate: 'later' });
});

test('the next page is fetched while this one is worked on', async () => {
  await using run = await startWith(({ before }) => ({
    json: before === 0 ? pageOf('org_units', units(1), 'a') : pageOf('org_units', units(2)),
  }));
  const { mo, reader } = run;
  const pages = reader.unitPages()[Symbol.asyncIterator]();
  await pages.next();
  await expect.poll(() => mo.seen.length).toBe(2);
  expect((await pages.next()).done).toBe(false);
  expect((await pages.next()).done).toBe(true);
  expect(mo.seen).toHaveLength(2);
});

test('a walk that is left early stops asking', async () => {
  await using run = await startWith(({ before }) => (before === 0 ? { json: pageOf('org_units', units(1), 'a') } : { silent: true }));
  const { mo, reader } = run;
  for await (const page of reader.unitPages()) if (page.length > 0) break;
  expect(mo.seen.length).toBeLessThanOrEqual(2);
});

test('a signal stops the walk with its reason', async () => {
  await using run = await startWith(({ before }) => (before === 0 ? { json: pageOf('org_units', units(1), 'a') } : { silent: true }));
  const { mo, walk } = run;
  const stop = new AbortController();
  const walked = walk(stop.signal);
  await expect.poll(() => mo.seen.length).toBe(2);
  stop.abort(new Error('shutting down'));
  await expect(walked).rejects.toThrow('shutting down');
});
