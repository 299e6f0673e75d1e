import { sharedFolder } from '@os2bridge/testing';
import { buildSchema, Kind, parse, validate, visit } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allQueries } from './support/all-queries.ts';

const shared = sharedFolder();
const schemaOf = (version: number) =>
  shared === null ? null : buildSchema(readFileSync(join(shared, 'os2mo', 'sdl', `s${version}.graphql`), 'utf8'));
const schemas = new Map([25, 30].map((version) => [version, schemaOf(version)]));

test('every query in the source is in the list that is checked here', () => {
  const folder = join(import.meta.dirname, '..', 'src', 'queries');
  const defined = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/operation: '(\w+)'/g)].map(([, name]) => name),
  );
  expect(new Set(allQueries.map(({ operation }) => operation))).toEqual(new Set(defined));
  expect(allQueries).toHaveLength(defined.length);
});

describe.each(allQueries.map((query) => [query.operation, query] as const))('query %s', (_name, query) => {
  test.skipIf(shared === null).each([25, 30])('is valid in v%i', (version) => {
    expect(validate(schemas.get(version)!, parse(query.text))).toEqual([]);
  });

  test('bears its own name and asks for one collection once', () => {
    const [definition, ...others] = parse(query.text).definitions;
    if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
    expect(others).toEqual([]);
    expect(definition.name?.value).toBe(query.operation);
    expect(definition.selectionSet.selections).toHaveLength(1);
  });

  test('declares variables of scalar types only (names of nested filter types change between releases)', () => {
    const types: string[] = [];
    visit(parse(query.text), { NamedType: ({ name }) => void types.push(name.value) });
    expect(types.filter((type) => !['UUID', 'String', 'int', 'Cursor', 'DateTime'].includes(type))).toEqual([]);
  });
});

test('the looked-up text of addresses is asked for in one query only', () => {
  expect(
    allQueries
      .filter(({ field = '', text }: { field?: string; text: string }) => field === 'addresses' && /\bname\b/.test(text))
      .map(({ operation }) => operation),
  ).toEqual(['StreetNames']);
});
