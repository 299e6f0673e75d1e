import type { Uuid } from '@os2bridge/model';
import type { AddressRule } from './settings.ts';

/** The ready-made tables of `os2sync.address_fields`. */
export const addressPresets = ['seed', 'fk-org'] as const;
export type AddressPreset = (typeof addressPresets)[number];

/** As the seed document has it. */
const seed: readonly AddressRule[] = [
  { scope: 'EMAIL', field: 'Email' },
  { scope: 'EAN', field: 'Ean' },
  { scope: 'PHONE', field: 'PhoneNumber' },
  { scope: 'DAR', field: 'Post' },
  { scope: 'PNUMBER', field: 'Location' },
  { scope: 'TEXT', userKey: 'ContactOpenHours', field: 'ContactOpenHours' },
  { scope: 'TEXT', userKey: 'DtrId', field: 'DtrId' },
];

/** Every value in the field that FK Organisation made for it. */
const fkOrg: readonly AddressRule[] = [
  { scope: 'EMAIL', field: 'Email' },
  { scope: 'EAN', field: 'Ean' },
  { scope: 'PHONE', field: 'PhoneNumber' },
  { scope: 'DAR', userKey: 'Contact', field: 'Contact' },
  { scope: 'DAR', userKey: 'Location', field: 'Location' },
  { scope: 'DAR', field: 'Post' },
  { scope: 'PNUMBER', field: 'PNR' },
  { scope: 'TEXT', userKey: 'ContactOpenHours', field: 'ContactOpenHours' },
  { scope: 'TEXT', userKey: 'DtrId', field: 'DtrId' },
  { scope: 'TEXT', userKey: 'PhoneOpenHours', field: 'PhoneOpenHours' },
  { scope: 'WWW', field: 'Url' },
];

const presets: Readonly<Record<AddressPreset, readonly AddressRule[]>> = { seed, 'fk-org': fkOrg };

/**
 * The rows of a ready-made table (sync-rules §1.2). Landline classes come first, because the first matching row decides and every other
 * PHONE address is a phone number. Without landline classes no row names Landline, so that what FK holds there is carried over.
 */
export const addressRulesOf = (preset: AddressPreset, landlineClasses: readonly Uuid[]): readonly AddressRule[] => [
  ...landlineClasses.map((uuid): AddressRule => ({ scope: 'PHONE', class: uuid, field: 'Landline' })),
  ...presets[preset],
];
