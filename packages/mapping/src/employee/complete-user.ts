import type { FkUser } from '@os2bridge/model';

export interface CompleteUserOptions {
  /** Fields whose street address could not be looked up now; only Location can be. */
  readonly keep: readonly string[];
  /** What OS2sync answered to GET; null = 404. */
  readonly current: Pick<FkUser, 'Location'> | null;
}

/** The whole user to post: what MO gives, and FK's Location where MO's could not be looked up (sync-rules §1.2, §1.4). */
export const completeUser = (user: FkUser, { keep, current }: CompleteUserOptions): FkUser =>
  keep.includes('Location') ? { ...user, Location: current?.Location || null } : user;
