import { addressTypes } from './address-types.ts';
import { classificationTypes } from './classification-types.ts';
import { eventTypes } from './event-types.ts';
import { filterInputs } from './filter-inputs.ts';
import { mutationTypes } from './mutation-types.ts';
import { organisationTypes } from './organisation-types.ts';
import { personTypes } from './person-types.ts';
import { rootTypes } from './root-types.ts';

/** The first version whose `KLE.kle_number` is a list (facts/os2mo.md §1.2). */
export const KLE_NUMBER_IS_A_LIST = 23;

/** The schema of that version: the part of OS2MO's own that the bridge and the recordings use, with the same names, types and defaults. */
export const sdlOf = (version: number): string =>
  [
    rootTypes,
    filterInputs,
    classificationTypes,
    organisationTypes(version >= KLE_NUMBER_IS_A_LIST),
    personTypes,
    addressTypes,
    eventTypes,
    mutationTypes,
  ].join('\n');
