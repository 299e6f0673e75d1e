import { BridgeError, type Uuid } from '@os2bridge/model';
import { moAnswer } from '../errors/mo-errors.ts';
import type { Ask, Variables } from './ask.ts';
import type { Collection } from './collection.ts';
import { type Page, readPage } from './read-page.ts';

export interface WalkOptions {
  readonly pageSize: number;
  readonly variables?: Variables;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A whole collection, page by page, in ascending uuid order; short and empty pages are normal, only a missing cursor ends the walk (releases before
 * 58 end with an empty page). The next page is asked for while this one is worked on. Throws at the first page that fails, that does not get
 * ahead, or that is out of order (the caller is promised ascending uuids).
 */
export async function* walk<Row extends { readonly uuid: Uuid }>(
  ask: Ask,
  collection: Collection<Row>,
  options: WalkOptions,
): AsyncGenerator<readonly Row[], void, void> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const fetchPage = (cursor: string | null): Promise<Page<Row>> => {
    const page = ask(collection, { ...options.variables, limit: options.pageSize, cursor }, signal).then((answer) =>
      readPage(collection, answer),
    );
    // A prefetched page may fail while nobody waits for it yet; it is awaited, and thrown, further down.
    page.catch(() => {});
    return page;
  };

  const cursors = new Set<string>();
  let last = '';
  let pending = fetchPage(null);
  try {
    for (;;) {
      const { rows, next } = await pending.catch((error: unknown) => {
        throw cursors.size > 0 && error instanceof BridgeError && error.code === 'mo-query'
          ? moAnswer(collection.operation, 'a page was refused in the middle of the walk')
          : error;
      });
      if (next !== null) {
        if (cursors.has(next)) throw moAnswer(collection.operation, 'the walk does not get ahead (the same cursor again)');
        cursors.add(next);
        pending = fetchPage(next);
      }
      for (const { uuid } of rows) {
        if (uuid <= last) throw moAnswer(collection.operation, `the pages are not in ascending order at ${uuid}`);
        last = uuid;
      }
      if (rows.length > 0) yield rows;
      if (next === null) return;
    }
  } finally {
    stop.abort();
  }
}
