import type { Uuid } from '@os2bridge/model';
import { kitosAnswer } from '../http/classify.ts';
import { compareKitosTimes } from '../time/latest-kitos-time.ts';
import { overlapping } from '../time/overlapping.ts';
import type { KitosTime } from '../time/kitos-time.ts';
import { type KitosList, type Paging, readPage } from './pages.ts';

interface Timed {
  readonly uuid: Uuid;
}

interface TimeWalkOptions<Row> {
  /** The query parameter that means "at this time or later". */
  readonly parameter: 'changedSinceGtEq' | 'deletedSinceUTC';
  readonly since: KitosTime;
  readonly timeOf: (row: Row) => KitosTime;
}

/** A server that rounds our seven decimals may give a little too much; one that does not know the parameter gives everything. */
const ROUNDING_MS = 1_000;

const checkOrder = <Row extends Timed>(
  list: KitosList<Row>,
  rows: readonly Row[],
  since: KitosTime,
  timeOf: (row: Row) => KitosTime,
): void => {
  const earliest = overlapping(since, ROUNDING_MS);
  let last = earliest;
  for (const row of rows) {
    const time = timeOf(row);
    if (time < earliest) throw kitosAnswer(list.operation, `${row.uuid} is older than what was asked for`);
    if (compareKitosTimes(time, last) < 0) throw kitosAnswer(list.operation, `the rows are not in order of time at ${row.uuid}`);
    last = time;
  }
};

/**
 * A list in order of change, from `since` on. A page number over such a list loses rows: what is edited jumps to the end and what is deleted pulls
 * the rest forward (facts/kitos.md §7.4). So the next page is asked for by the time of the last row, inclusive, and rows already given are left
 * out; only where one instant fills a whole page does the page number count on. A row edited meanwhile comes again with its new time.
 * Throws when rows are out of order, older than asked for, or when it does not get ahead.
 */
export async function* timeWalk<Row extends Timed>(
  list: KitosList<Row>,
  paging: Paging,
  { parameter, since: from, timeOf }: TimeWalkOptions<Row>,
): AsyncGenerator<readonly Row[], void, void> {
  let since = from;
  let page = 0;
  /** Given already, and at `since` or a little before: what may come again. */
  let given = new Map<Uuid, KitosTime>();
  for (;;) {
    const rows = await readPage(list, paging, page, { [parameter]: since });
    checkOrder(list, rows, since, timeOf);
    const fresh = rows.filter((row) => given.get(row.uuid) !== timeOf(row));
    for (const row of fresh) given.set(row.uuid, timeOf(row));
    if (fresh.length > 0) yield fresh;
    const last = rows.at(-1);
    if (last === undefined || rows.length < paging.pageSize) return;
    // One repeated page is what a group of equal times looks like that ended with the page before.
    if (fresh.length === 0 && page > 0) throw kitosAnswer(list.operation, 'a further page brings nothing new');
    const reached = timeOf(last);
    if (reached > since) {
      since = reached;
      page = 0;
      given = new Map([...given].filter(([, time]) => time >= reached));
    } else page += 1;
  }
}
