import { chunks, type Uuid } from '@os2bridge/model';
import { moAnswer } from '../errors/mo-errors.ts';
import type { Ask, Variables } from './ask.ts';
import type { Collection } from './collection.ts';
import type { GraphqlAnswer } from './graphql-answer.ts';
import { readPage } from './read-page.ts';

/** The rows of an answer to a question without a limit: MO then gives everything, and an answer that has more to come is refused. */
export const wholeRows = <Row extends { readonly uuid: Uuid }>(collection: Collection<Row>, answer: GraphqlAnswer): Row[] => {
  const { rows, next } = readPage(collection, answer);
  if (next !== null) throw moAnswer(collection.operation, 'it was cut short though no limit was set');
  return rows;
};

/**
 * Everything a collection has for these keys (variable `$keys`), in one request per `size` keys. Each key is asked for once. Throws if any
 * request fails.
 */
export const readFor = async <Row extends { readonly uuid: Uuid }>(
  ask: Ask,
  collection: Collection<Row>,
  keys: readonly string[],
  size: number,
  variables: Variables = {},
): Promise<Row[]> => {
  const pieces = chunks([...new Set(keys)], size);
  const answers = await Promise.all(
    pieces.map(async (piece) => wholeRows(collection, await ask(collection, { ...variables, keys: piece }))),
  );
  return answers.flat();
};
