import type { FkUser } from '@os2bridge/model';
import { z } from 'zod';
import { OS2SYNC_LIMITS } from './limits.ts';
import { heldText, heldUuid, sentCpr, sentDate, sentText, sentUuid } from './wire-rules.ts';

const address = sentText(OS2SYNC_LIMITS.address).nullable();

const sentPosition = z.strictObject({
  Name: sentText(OS2SYNC_LIMITS.positionName),
  OrgUnitUuid: sentUuid,
  StartDate: sentDate,
  StopDate: z.null('is not null'),
});

/** FK makes two functions of two equal positions and never removes the second again (facts/os2sync.md §2.3). */
const noTwins = (positions: readonly z.output<typeof sentPosition>[]): boolean =>
  new Set(positions.map((one) => JSON.stringify([one.Name, one.OrgUnitUuid, one.StartDate, one.StopDate]))).size === positions.length;

/** A user on its way out: every property there, nothing else. */
export const sentUser = z.strictObject({
  Uuid: sentUuid,
  UserId: sentText(OS2SYNC_LIMITS.userId),
  Person: z.strictObject({ Name: sentText(OS2SYNC_LIMITS.personName), Cpr: sentCpr.nullable() }),
  Positions: z
    .array(sentPosition)
    .min(1, 'is empty: a user without a position cannot be sent')
    .refine(noTwins, 'holds the same position twice'),
  Email: address,
  PhoneNumber: address,
  Landline: address,
  Location: address,
}) satisfies z.ZodType<FkUser>;

const heldPosition = z.object({
  Name: z
    .string()
    .nullish()
    .transform((name) => name ?? ''),
  OrgUnitUuid: heldUuid,
  // FK may hold a date with a time, and no date at all on positions that others made.
  StartDate: z
    .string()
    .nullish()
    .transform((date) => date?.slice(0, 10) ?? ''),
  StopDate: z.unknown().transform(() => null),
});

const INACTIVE = 2;

/** A user as GET gives it; null when it has ended: status 2, or (before 4.0, without a status) neither name nor position. */
export const heldUser = z
  .object({
    Uuid: heldUuid,
    Status: z.int().nullish(),
    UserId: z
      .string()
      .nullish()
      .transform((id) => id ?? ''),
    Person: z
      .object({ Name: heldText, Cpr: heldText })
      .nullish()
      .transform((person) => person ?? { Name: null, Cpr: null }),
    Positions: z
      .array(heldPosition)
      .nullish()
      .transform((list) => list ?? []),
    Email: heldText,
    PhoneNumber: heldText,
    Landline: heldText,
    Location: heldText,
  })
  .transform(({ Status, Person, ...user }): FkUser | null => {
    const ended = Status === INACTIVE || (Person.Name === null && user.Positions.length === 0);
    return ended ? null : { ...user, Person: { Name: Person.Name ?? '', Cpr: Person.Cpr } };
  });
