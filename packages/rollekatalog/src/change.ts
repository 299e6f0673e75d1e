import type { Uuid } from '@os2bridge/model';
import type { HolderRole } from './usage-state.ts';

/** One thing that was, or in a plan would be, written. Ids only, so it may be logged. */
export type Change =
  | {
      readonly what: 'system-added' | 'system-renamed' | 'system-activated' | 'system-deactivated' | 'usage-set' | 'system-removed';
      readonly system: Uuid;
    }
  | {
      readonly what: 'holder-added' | 'holder-updated' | 'holder-removed';
      readonly system: Uuid;
      readonly role: HolderRole;
      readonly holder: Uuid;
    }
  | {
      readonly what: 'owner-added' | 'owner-removed' | 'responsible-added' | 'responsible-removed';
      readonly system: Uuid;
      readonly itSystem: number;
      /** Rollekatalog's uuid of the user. */
      readonly user: string;
    }
  /** linked, unlinked: its link to the Kitos system. collection-updated: the list that attestations refer to. */
  | { readonly what: 'linked' | 'unlinked' | 'collection-updated'; readonly system: Uuid; readonly itSystem: number };
