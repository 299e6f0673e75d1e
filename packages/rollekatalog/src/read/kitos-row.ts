import type { Uuid } from '@os2bridge/model';
import type { HolderRole } from '../usage-state.ts';

/** A holder as Rollekatalog's table has it; an e-mail that is not known is ''. */
export interface StoredHolder {
  readonly id: number;
  readonly uuid: Uuid;
  readonly role: HolderRole;
  readonly name: string;
  readonly email: string;
}

/** A row of kitos_it_system with its holders. Nothing keeps two rows from bearing one system's uuid. */
export interface KitosRow {
  readonly id: number;
  readonly systemUuid: Uuid;
  readonly usageUuid: Uuid | null;
  readonly name: string;
  readonly active: boolean;
  readonly holders: readonly StoredHolder[];
}
