import { z } from 'zod';
import { foldedObject, textListProperty, textProperty, timestampProperty } from './newtonsoft.ts';

const unitType = z.union([
  z
    .string()
    .transform((text) => text.toUpperCase())
    .pipe(z.enum(['DEPARTMENT', 'TEAM'])),
  z.int().transform((code) => (code === 0 ? 'DEPARTMENT' : code === 1 ? 'TEAM' : code)),
]);

/**
 * A unit as OS2sync takes and echoes it (facts/os2sync.md §2.2). The names are written out apart from the client's on purpose:
 * a misspelt property there must show here. A numeric `Type` out of range passes the POST and fails in the worker.
 */
export const orgUnitRegistration = foldedObject({
  Uuid: textProperty,
  ShortKey: textProperty,
  Name: textProperty,
  ParentOrgUnitUuid: textProperty,
  PayoutUnitUuid: textProperty,
  ManagerUuid: textProperty,
  Type: unitType.default('DEPARTMENT'),
  PhoneNumber: textProperty,
  Email: textProperty,
  Location: textProperty,
  LOSShortName: textProperty,
  LOSId: textProperty,
  ContactOpenHours: textProperty,
  DtrId: textProperty,
  EmailRemarks: textProperty,
  Contact: textProperty,
  PostReturn: textProperty,
  PhoneOpenHours: textProperty,
  Ean: textProperty,
  Url: textProperty,
  Landline: textProperty,
  Post: textProperty,
  PostSecondary: textProperty,
  FOA: textProperty,
  PNR: textProperty,
  SOR: textProperty,
  Tasks: textListProperty,
  ItSystems: textListProperty,
  ContactForTasks: textListProperty,
  ContactPlaces: textListProperty,
  Timestamp: timestampProperty,
});

export type OrgUnitRegistration = Readonly<z.output<typeof orgUnitRegistration>>;
