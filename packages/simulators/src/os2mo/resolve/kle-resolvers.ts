import type { CollectionFields } from '../../dataset/normalised.ts';
import type { Segment } from '../store/segment.ts';
import { objectResolvers } from './object-resolvers.ts';
import { listOf, objectOf, objectsOf, objectsPageOf, responseOf, uuidOf } from './references.ts';
import type { Resolvers } from './resolvers.ts';

type Kle = CollectionFields['kles'];

/** A KLE assignment without a number: the non-null fields fail, the list is empty. `isList` is the shape of `kle_number` from v23 on. */
export const kleResolvers = (isList: boolean): Resolvers<Segment<Kle>> => ({
  ...objectResolvers<Kle>('kle'),
  org_unit_uuid: uuidOf<Kle>(({ org_unit }) => org_unit),
  org_unit_response: responseOf<Kle>('org_units', ({ org_unit }) => org_unit),
  org_unit: listOf<Kle, 'org_units'>('org_units', ({ org_unit }) => org_unit, []),
  kle_number_uuid: uuidOf<Kle>(({ kle_number }) => kle_number),
  kle_number_response: responseOf<Kle>('classes', ({ kle_number }) => kle_number),
  kle_number: isList
    ? listOf<Kle, 'classes'>('classes', ({ kle_number }) => kle_number, [])
    : objectOf<Kle, 'classes'>('classes', ({ kle_number }) => kle_number, true),
  kle_aspect_uuids: ({ fields }) => fields.kle_aspects,
  kle_aspects: objectsOf<Kle, 'classes'>('classes', ({ kle_aspects }) => kle_aspects),
  kle_aspects_response: objectsPageOf<Kle, 'classes'>('classes', ({ kle_aspects }) => kle_aspects),
});
