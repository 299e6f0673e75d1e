import type { FkOrgUnit } from '@os2bridge/model';
import { z } from 'zod';
import { OS2SYNC_LIMITS } from './limits.ts';
import { heldText, heldUuid, heldUuidOrNull, heldUuids, sentText, sentUuid } from './wire-rules.ts';

const address = sentText(OS2SYNC_LIMITS.address).nullable();
const uuids = z.array(sentUuid);

/** A unit on its way out: every property there, nothing else (no Type: OS2sync's default DEPARTMENT is what we mean). */
export const sentOrgUnit = z.strictObject({
  Uuid: sentUuid,
  ShortKey: sentText(OS2SYNC_LIMITS.shortKey).nullable(),
  Name: sentText(OS2SYNC_LIMITS.orgUnitName),
  ParentOrgUnitUuid: sentUuid.nullable(),
  PayoutUnitUuid: sentUuid.nullable(),
  ManagerUuid: sentUuid.nullable(),
  PhoneNumber: address,
  Email: address,
  Location: address,
  Landline: address,
  Url: address,
  Ean: address,
  Contact: address,
  ContactOpenHours: address,
  PhoneOpenHours: address,
  EmailRemarks: address,
  PostReturn: address,
  Post: address,
  PostSecondary: address,
  FOA: address,
  PNR: address,
  SOR: address,
  DtrId: address,
  LOSShortName: address,
  LOSId: address,
  Tasks: uuids,
  ItSystems: uuids,
  ContactForTasks: uuids,
  ContactPlaces: uuids,
}) satisfies z.ZodType<FkOrgUnit>;

/** A unit as GET gives it: unknown properties are dropped, missing ones are null or []. */
export const heldOrgUnit = z.object({
  Uuid: heldUuid,
  ShortKey: heldText,
  Name: z
    .string()
    .nullish()
    .transform((name) => name ?? ''),
  ParentOrgUnitUuid: heldUuidOrNull,
  PayoutUnitUuid: heldUuidOrNull,
  ManagerUuid: heldUuidOrNull,
  PhoneNumber: heldText,
  Email: heldText,
  Location: heldText,
  Landline: heldText,
  Url: heldText,
  Ean: heldText,
  Contact: heldText,
  ContactOpenHours: heldText,
  PhoneOpenHours: heldText,
  EmailRemarks: heldText,
  PostReturn: heldText,
  Post: heldText,
  PostSecondary: heldText,
  FOA: heldText,
  PNR: heldText,
  SOR: heldText,
  DtrId: heldText,
  LOSShortName: heldText,
  LOSId: heldText,
  Tasks: heldUuids,
  ItSystems: heldUuids,
  ContactForTasks: heldUuids,
  ContactPlaces: heldUuids,
}) satisfies z.ZodType<FkOrgUnit>;
