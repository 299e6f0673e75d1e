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

/** What the request has loaded of that collection already. */
const loadedOf = ({ loaded }: RequestContext, name: CollectionName): Map<string, readonly Segment<unknown>[]> => {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const fresh = new Map<string, readonly Segment<unknown>[]>();
  loaded.set(name, fresh);
  return fresh;
};

/** Containers of ascending uuids, one page of them, with the validities of the window loaded unless the request has loaded others. */
export const pagedUuids = (
  context: RequestContext,
  name: CollectionName,
  uuids: readonly string[],
  window: Window,
  args: PageArguments,
): PagedContainers => {
  const page = pageOf(uuids, args);
  const table = context.store.tables[name];
  const loaded = loadedOf(context, name);
  const objects: Container[] = [];
  for (const uuid of page.uuids) {
    const row: Row<unknown> | undefined = table.get(uuid);
    if (row === undefined) continue;
    const segments = loaded.get(uuid) ?? segmentsIn(row, window);
    loaded.set(uuid, segments);
    objects.push({ name, uuid, loaded: segments });
  }
  return { objects, page_info: { next_cursor: page.next } };
};

/** A top-level collection. */
export const collection = <Name extends CollectionName>(
  context: RequestContext,
  name: Name,
  args: CollectionArguments<Name>,
): PagedContainers => {
  const page = pagedUuids(context, name, selectUuids(context, name, args.filter), filterWindow(context, args.filter), args);
  context.count(page.objects.length);
  return page;
};

/** `xs_response`: what hangs below an object, in containers. */
export const nestedPage = <Name extends CollectionName>(
  context: RequestContext,
  name: Name,
  args: CollectionArguments<Name>,
  bound: Condition<CollectionFields[Name]>,
): PagedContainers => {
  const uuids = selectRows(context, name, args.filter, [bound]).map(({ uuid }) => uuid);
  return pagedUuids(context, name, uuids, filterWindow(context, args.filter), args);
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
  return chosen.flatMap((row) => segmentsIn(row, window));
};
