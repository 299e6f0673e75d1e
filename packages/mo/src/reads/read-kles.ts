import { chunks, type MoKle, type Uuid } from '@os2bridge/model';
import type { GraphqlError } from '../graphql/graphql-answer.ts';
import { wholeRows } from '../graphql/read-for.ts';
import { klesQuery, klesWithoutNumberQuery } from '../queries/kle-queries.ts';
import type { MoContext } from './mo-context.ts';

/** `kles.objects.N.current.kle_number_uuid`, and nothing else. */
const isMissingNumber = ({ path }: GraphqlError): boolean =>
  path?.length === 5 && path[0] === klesQuery.field && path[4] === 'kle_number_uuid';

const readChunk = async (mo: MoContext, keys: readonly Uuid[]): Promise<MoKle[]> => {
  const answer = await mo.ask(klesQuery, { keys });
  // MO declares the number's uuid as never null, yet a relation may lack it: that one field then fails and takes `current` along. In exactly that
  // case the number is asked for in the one other way there is. Any other error fails the read as everywhere.
  if (answer.errors.length > 0 && answer.errors.every(isMissingNumber)) {
    return wholeRows(klesWithoutNumberQuery, await mo.ask(klesWithoutNumberQuery, { keys }));
  }
  return wholeRows(klesQuery, answer);
};

/** Those units' KLE relations valid now; `number` null where MO has none. */
export const readKles = async (mo: MoContext, units: readonly Uuid[]): Promise<readonly MoKle[]> => {
  const pieces = chunks([...new Set(units)], mo.pageSize);
  return (await Promise.all(pieces.map(async (piece) => await readChunk(mo, piece)))).flat();
};
