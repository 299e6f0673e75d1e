import { z } from 'zod';
import type { Uuid } from '@os2bridge/model';
import { kitosAnswer } from '../http/classify.ts';
import type { KitosTime } from '../time/kitos-time.ts';
import { anyCase } from './any-case.ts';
import type { Paging } from './pages.ts';
import { timeWalk } from './time-walk.ts';
import { kitosTime, uuid } from './wire-values.ts';

/** What the deletion feed knows of; users, organisations and role assignments are not in it. */
export type DeletableType = 'ItSystem' | 'ItSystemUsage';

/** That something was deleted. Of systems: every public one anywhere in Kitos, so most are nobody we know. */
export interface KitosDeletion {
  readonly uuid: Uuid;
  readonly type: DeletableType;
  readonly occurredAt: KitosTime;
}

const rows = z.array(anyCase({ entityUuid: uuid, entityType: z.string(), occurredAtUtc: kitosTime }));

/**
 * Deletions of one type at `since` or later, oldest first. This feed checks nothing: with a parameter it cannot read it gives its whole history
 * (facts/kitos.md §2.5), so a row of another type, or too old a one, is thrown as `kitos-answer`.
 * More deletions of one instant than fit a page could hide one, since the feed does not sort those; 250 within 100 ns do not happen.
 */
export async function* readDeletions(
  paging: Paging,
  type: DeletableType,
  since: KitosTime,
): AsyncGenerator<readonly KitosDeletion[], void, void> {
  const events = rows.transform((all) =>
    all.map((event) => ({ uuid: event.entityUuid, type: event.entityType, occurredAt: event.occurredAtUtc })),
  );
  const list = { operation: 'deletions', path: 'api/v2/delta-feed/deleted-entities', query: { entityType: type }, rows: events } as const;
  const pages = timeWalk(list, paging, { parameter: 'deletedSinceUTC', since, timeOf: ({ occurredAt }) => occurredAt });
  for await (const page of pages) {
    yield page.map((event) => {
      if (event.type.toLowerCase() !== type.toLowerCase())
        throw kitosAnswer('deletions', `${event.uuid} is of another type than asked for`);
      return { ...event, type };
    });
  }
}
