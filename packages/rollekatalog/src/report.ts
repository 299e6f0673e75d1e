import type { Uuid } from '@os2bridge/model';
import type { MissReason } from './match/match-holder.ts';
import type { HolderRole } from './usage-state.ts';

/**
 * What somebody should know though nothing failed. A MissReason: this holder has no user. unlisted: missing in Kitos' user list. text-cut: name or
 * e-mail did not fit as it was. duplicate-system: several rows for one system; all are maintained. inactive: the system's usage is invalid or gone, and an
 * IT system is still linked to it. vacant: nobody holds the role in Kitos.
 */
export type Report =
  | { readonly code: MissReason | 'unlisted' | 'text-cut'; readonly system: Uuid; readonly role: HolderRole; readonly holder: Uuid }
  | { readonly code: 'duplicate-system' | 'inactive'; readonly system: Uuid }
  | { readonly code: 'vacant'; readonly system: Uuid; readonly role: HolderRole };
