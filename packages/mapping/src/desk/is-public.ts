import type { MoAddress } from '@os2bridge/model';
import { classOf } from './class-of.ts';
import type { Desk } from './desk.ts';

/** Whether an address may leave the house: visibility PUBLIC or unset, for units and persons alike (sync-rules §1.2, §1.4). */
export const isPublic = (desk: Desk, address: MoAddress): boolean =>
  address.visibility === null || classOf(desk, address.visibility, 'visibility').scope === 'PUBLIC';
