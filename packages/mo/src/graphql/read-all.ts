import type { Uuid } from '@os2bridge/model';
import type { Ask } from './ask.ts';
import type { Collection } from './collection.ts';
import { walk, type WalkOptions } from './walk.ts';

/** A whole collection in one list. Throws as `walk` does: all or nothing. */
export const readAll = async <Row extends { readonly uuid: Uuid }>(
  ask: Ask,
  collection: Collection<Row>,
  options: WalkOptions,
): Promise<Row[]> => {
  const all: Row[] = [];
  for await (const rows of walk(ask, collection, options)) all.push(...rows);
  return all;
};
