import { z } from 'zod';
import { foldedObject, textProperty, timestampProperty } from './newtonsoft.ts';

const position = foldedObject({ Name: textProperty, OrgUnitUuid: textProperty, StartDate: textProperty, StopDate: textProperty });

const person = foldedObject({ Name: textProperty, Cpr: textProperty, Uuid: textProperty });

/**
 * A user as OS2sync takes and echoes it (facts/os2sync.md §2.3). An absent Person is an empty one, `"Person": null` or a null position
 * loses the whole body.
 */
export const userRegistration = foldedObject({
  Uuid: textProperty,
  ShortKey: textProperty,
  UserId: textProperty,
  PhoneNumber: textProperty,
  Landline: textProperty,
  Email: textProperty,
  RacfID: textProperty,
  Location: textProperty,
  FMKID: textProperty,
  IsRobot: z.boolean().default(false),
  Status: z.int().default(0),
  Person: person.prefault({}),
  Positions: z
    .array(position)
    .nullish()
    .transform((list) => list ?? null),
  Timestamp: timestampProperty,
});

export type UserPosition = Readonly<z.output<typeof position>>;
export type UserRegistration = Readonly<z.output<typeof userRegistration>>;
