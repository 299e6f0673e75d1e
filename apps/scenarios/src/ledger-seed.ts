import type { FkUser, OrgUnitDraft, Uuid } from '@os2bridge/model';
import { z } from 'zod';

const isUuid = (text: string): text is Uuid => text !== '';
/** Scenarios give uuids as they were sent; what is no uuid would be the scenario's own mistake. */
export const uuid = z.string().toLowerCase().refine(isUuid);
const text = z.string().nullable().default(null);

const position = z.object({ Name: z.string(), OrgUnitUuid: uuid, StartDate: z.string(), StopDate: z.null().default(null) });

const user = z.object({
  Uuid: uuid,
  UserId: z.string(),
  Person: z.object({ Name: z.string(), Cpr: text }),
  Positions: z.array(position),
  Email: text,
  PhoneNumber: text,
  Landline: text,
  Location: text,
});

const orgUnit = z.looseObject({ Uuid: uuid, Name: z.string(), ParentOrgUnitUuid: uuid.nullable().default(null) });

/** A ledger entry's payload as the pipeline knows it: what a scenario leaves out is null. */
export const userPayload = (payload: unknown): FkUser => user.parse(payload);
export const orgUnitPayload = (payload: unknown): OrgUnitDraft => orgUnit.parse(payload);
