import type { Logger } from '@os2bridge/logging';
import type { OpenDatabase } from '../database/open-database.ts';
import type { Storable } from '../decide/decide-row.ts';
import type { OnNoMatch } from '../decide/decide-link.ts';
import type { SeenTable } from '../read/seen.ts';
import type { UserCache } from '../read/user-cache.ts';

/** What every operation of the store works with; it exists once the schema is known to be the right one. */
export interface StoreContext extends OpenDatabase {
  readonly seen: SeenTable;
  readonly users: UserCache;
  readonly storable: Storable;
  readonly onNoMatch: OnNoMatch;
  readonly logger: Logger;
}
