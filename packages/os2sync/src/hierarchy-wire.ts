import { z } from 'zod';
import type { HierarchyUnit, HierarchyUser } from './os2sync-client.ts';
import { heldText, heldUuid, heldUuidOrNull } from './wire-rules.ts';

const orNone = <T extends z.ZodType>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);

const unit = z
  .object({ Uuid: heldUuid, Name: heldText, ParentOU: heldUuidOrNull })
  .transform(({ Uuid, Name, ParentOU }): HierarchyUnit => ({ uuid: Uuid, name: Name ?? '', parent: ParentOU }));

const position = z.object({ Uuid: heldUuid, Name: heldText }).transform(({ Uuid, Name }) => ({ name: Name ?? '', unit: Uuid }));

const user = z
  .object({ Uuid: heldUuid, UserId: heldText, Name: heldText, Email: heldText, Telephone: heldText, Positions: orNone(position) })
  .transform(({ Uuid, UserId, Name, Email, Telephone, Positions }): HierarchyUser => ({
    uuid: Uuid,
    userId: UserId,
    name: Name,
    email: Email,
    phoneNumber: Telephone,
    positions: Positions,
  }));

/** The one readable answer of a hierarchy job (facts/os2sync.md §1.5). */
export const hierarchyAnswer = z.object({
  /** 0 success, 1 failure. */
  Status: z.int(),
  Result: z.object({ OUs: orNone(unit), Users: orNone(user) }).nullish(),
});
