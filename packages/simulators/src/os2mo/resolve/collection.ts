import type { CollectionFields, CollectionName } from '../../dataset/normalised.ts';
import type { Condition } from '../select/condition.ts';
import type { Filters } from '../select/filters.ts';
import { filterWindow, selectRows, selectUuids } from '../select/select.ts';
import { segmentsIn, type Window } from '../select/window.ts';
import type { Row, Segment } from '../store/segment.ts';
import type { Container } from './container.ts';
import { type PageArguments, pageOf } from './page.ts';
import type { RequestContext } from './request-context.ts';

/** Arguments of a collection, top-level or nested. */
export interface CollectionArguments<Name extends CollectionName> extends PageArguments {
  readonly filter?: Filters[Name] | null;
}

export interface PagedContainers {
  readonly objects: readonly Container[];
  readonly page_info: { readonly next_cursor: string | null };
}

const load = (context: RequestContext, name: CollectionName, row: Row<unknown>, window: Window): readonly Segment<unknown>[] => {
  const key = `${name} ${row.uuid}`;
  const known = context.loaded.get(key);
  if (known !== undefined) return known;
  const segments = segmentsIn(row, window);
  context.loaded.set(key, segments);
  return segments;
};

const paged = (
  context: RequestContext,
  name: CollectionName,
  uuids: readonly string[],
  window: Window,
  args: PageArguments,
): PagedContainers => {
  const page = pageOf(uuids, args);
  const table = context.store.tables[name];
  const objects: Container[] = [];
  for (const uuid of page.uuids) {
    const row = table.get(uuid);
    if (row !== undefined) objects.push({ name, uuid, loaded: load(context, name, row, window) });
  }
  context.count(name, objects.length);
  return { objects, page_info: { next_cursor: page.next } };
};

/** A top-level collection. */
export const collection = <Name extends CollectionName>(
  context: RequestContext,
  name: Name,
  args: CollectionArguments<Name>,
): PagedContainers => paged(context, name, selectUuids(context, name, args.filter), filterWindow(context, args.filter), args);

/** Containers of uuids found in another way, paged like a collection. */
export const pagedUuids = paged;

/** `xs_response`: what hangs below an object, in containers. */
export const nestedPage = <Name extends CollectionName>(
  context: RequestContext,
  name: Name,
  args: CollectionArguments<Name>,
  bound: Condition<CollectionFields[Name]>,
): PagedContainers => {
  const uuids = selectRows(context, name, args.filter, [bound]).map(({ uuid }) => uuid);
  return paged(context, name, uuids, filterWindow(context, args.filter), args);
};

/** `xs`: what hangs below an object, one element for each validity inside the filter's window. */
export const nestedList = <Name extends CollectionName>(
  context: RequestContext,
  name: Name,
  args: CollectionArguments<Name>,
  bound: Condition<CollectionFields[Name]>,
): readonly Segment<CollectionFields[Name]>[] => {
  const rows = selectRows(context, name, args.filter, [bound]);
  const window = filterWindow(context, args.filter);
  const page = pageOf(
    rows.map(({ uuid }) => uuid),
    args,
  );
  const chosen = page.uuids.length === rows.length ? rows : rows.filter(({ uuid }) => page.uuids.includes(uuid));
  context.count(name, chosen.length);
  return chosen.flatMap((row) => segmentsIn(row, window));
};
