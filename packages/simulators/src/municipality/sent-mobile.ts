import type { Resident } from './census.ts';
import { classUuid } from './municipality-classes.ts';
import type { AddressRow } from './row-types.ts';

/** The mobile number of that person which is sent: public or without visibility. The generator makes at most one. */
export const sentMobile = ({ addresses }: Resident): AddressRow | undefined =>
  addresses.find(
    ({ address_type, visibility }) =>
      address_type === classUuid('employee_address_type', 'MobileEmployee') &&
      (visibility === null || visibility === undefined || visibility === classUuid('visibility', 'Ekstern')),
  );
