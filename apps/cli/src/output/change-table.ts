import type { KindName, Uuid } from '@os2bridge/model';
import type { Paint } from './paint.ts';
import { renderTable } from './table.ts';

/** What is known about one object of a run or of a plan. */
export interface ShownChange {
  readonly kind: KindName;
  readonly mo: Uuid | null;
  readonly fk: Uuid | null;
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly message?: string;
}

/** FK Organisation has users: a person may be several. */
const KIND: Record<KindName, string> = { orgunit: 'unit', user: 'user' };

/** Objects as a table: verdict, kind, uuids, and the message, else the reasons. */
export const changeTable = (changes: readonly ShownChange[], paint: Paint): string =>
  renderTable(
    [{ title: 'verdict' }, { title: 'kind' }, { title: 'MO uuid' }, { title: 'FK uuid' }, { title: 'why' }],
    changes.map(({ verdict, kind, mo, fk, reasons, message }) => [
      verdict === 'error' || verdict === 'failed' ? paint.bad(verdict) : verdict,
      KIND[kind],
      mo ?? '–',
      fk === mo && fk !== null ? 'the same' : (fk ?? '–'),
      message ?? reasons.join(', '),
    ]),
    paint.dim,
  );
