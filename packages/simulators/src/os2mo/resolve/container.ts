import type { CollectionName } from '../../dataset/normalised.ts';
import type { Instant } from '../schema/instant.ts';
import { instant, segmentsIn, type Window, windowOf } from '../select/window.ts';
import { moError } from '../write/mo-error.ts';
import type { Row, Segment } from '../store/segment.ts';
import type { RequestContext } from './request-context.ts';
import type { Resolvers } from './resolvers.ts';
import { EXCLUSIVE_TO } from './validity.ts';

/** The source of every `XResponse`: an object over time. `loaded` = what the surrounding filter's window shows; null = valid now. */
export interface Container {
  readonly name: CollectionName;
  readonly uuid: string;
  readonly loaded: readonly Segment<unknown>[] | null;
}

/** The container a reference leads to, whether or not such an object exists. */
export const containerOf = (name: CollectionName, uuid: string): Container => ({ name, uuid, loaded: null });

const segments = ({ name, uuid }: Container, window: Window, { store }: RequestContext): readonly Segment<unknown>[] => {
  const row: Row<unknown> | undefined = store.tables[name].get(uuid);
  return row === undefined ? [] : segmentsIn(row, window);
};

/** After a terminate that changed nothing the database refuses to read on (facts/os2mo.md §6). */
const refuseIfAborted = ({ transaction }: RequestContext): void => {
  if (transaction.aborted)
    throw moError('E_UNKNOWN', {}, 'current transaction is aborted, commands ignored until end of transaction block');
};

const shown = (container: Container, context: RequestContext): readonly Segment<unknown>[] =>
  container.loaded ?? segments(container, instant(context.now), context);

/**
 * Of the loaded validities the one that holds today, by date and inclusive, as OS2MO compares: so with an all-time filter an object that
 * ended today is still current, from v29 on. An open end is preferred, else the latest.
 */
const currentOf = (candidates: readonly Segment<unknown>[], { today, version }: RequestContext): Segment<unknown> | null => {
  let best: Segment<unknown> | null = null;
  for (const segment of candidates) {
    const { fromDate, toDate } = segment;
    if (fromDate !== null && fromDate > today) continue;
    if (toDate !== null && (version >= EXCLUSIVE_TO ? toDate < today : toDate <= today)) continue;
    if (best === null || segment.to > best.to) best = segment;
  }
  return best;
};

interface Span {
  readonly start?: Instant | null;
  readonly end?: Instant | null;
}

const validities = (container: Container, { start, end }: Span, context: RequestContext): readonly Segment<unknown>[] => {
  refuseIfAborted(context);
  return start === undefined && end === undefined
    ? shown(container, context)
    : segments(container, windowOf(start, end, context.now), context);
};

export const containerResolvers: Resolvers<Container> = {
  uuid: ({ uuid }) => uuid,
  current: (container, { at }: { readonly at?: Instant | null }, context) => {
    refuseIfAborted(context);
    if (at === undefined || at === null) return currentOf(shown(container, context), context);
    return segments(container, instant(at.at), context)[0] ?? null;
  },
  validities,
  objects: validities,
};
