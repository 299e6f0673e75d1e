import type { Uuid } from '@os2bridge/model';
import { kitosAnswer } from '../http/classify.ts';
import { type KitosList, type Paging, readPage } from './pages.ts';

/**
 * A list in Kitos' own order of creation, page after page until a short one; however many there are. What is removed meanwhile shifts the rest, so
 * one row at each border may be missed: not seen here is not gone. A row is given once. Throws when a full page brings nothing new (then
 * `page` is ignored, and it would never end).
 */
export async function* offsetWalk<Row extends { readonly uuid: Uuid }>(
  list: KitosList<Row>,
  paging: Paging,
): AsyncGenerator<readonly Row[], void, void> {
  const seen = new Set<Uuid>();
  for (let page = 0; ; page += 1) {
    const rows = await readPage(list, paging, page);
    const fresh = rows.filter(({ uuid }) => !seen.has(uuid));
    for (const { uuid } of fresh) seen.add(uuid);
    if (fresh.length > 0) yield fresh;
    if (rows.length < paging.pageSize) return;
    if (fresh.length === 0) throw kitosAnswer(list.operation, `page ${page} brings nothing new`);
  }
}
