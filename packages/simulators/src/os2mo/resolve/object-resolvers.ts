import type { Segment } from '../store/segment.ts';
import type { Resolvers } from './resolvers.ts';
import { validityOf } from './validity.ts';

interface Named {
  readonly user_key: string;
}

/** What every object type has. `type` is the old REST name of the kind. */
export const objectResolvers = <Fields extends Named>(type: string): Resolvers<Segment<Fields>> => ({
  uuid: ({ uuid }) => uuid,
  user_key: ({ fields }) => fields.user_key,
  type: () => type,
  validity: (segment, _args, { version }) => validityOf(segment, version),
});
