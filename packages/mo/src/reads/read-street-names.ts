import { BridgeError, chunks, type Uuid } from '@os2bridge/model';
import { classifyErrors } from '../graphql/classify-errors.ts';
import type { GraphqlError } from '../graphql/graphql-answer.ts';
import { pageRows } from '../graphql/read-page.ts';
import { streetNamesQuery } from '../queries/street-names-query.ts';
import type { MoContext } from './mo-context.ts';

/** What MO writes when the register does not know the address, or answered with an error (facts: os2mo §4.6). */
const UNKNOWN = 'Ukendt';

const isLookUpError = ({ path }: GraphqlError): boolean => path?.at(0) === streetNamesQuery.field && path.at(-1) === 'name';

interface LookUp {
  readonly found: ReadonlyMap<Uuid, string>;
  readonly failed: boolean;
}

const lookUp = async (mo: MoContext, keys: readonly Uuid[]): Promise<LookUp> => {
  const answer = await mo.ask(streetNamesQuery, { keys });
  if (!answer.errors.every(isLookUpError)) throw classifyErrors(streetNamesQuery.operation, answer);
  const found = new Map<Uuid, string>();
  for (const { uuid, name } of pageRows(streetNamesQuery, answer.data).rows) {
    if (name !== null && name.trim() !== '' && name.trim() !== UNKNOWN) found.set(uuid, name);
  }
  return { found, failed: answer.errors.length > 0 };
};

const isOutage = (error: unknown): error is BridgeError =>
  error instanceof BridgeError && (error.code === 'mo-down' || error.code === 'mo-answer');

/**
 * The street addresses that the address register (DAR) gives for these addresses; what it does not give is not in the map. MO asks the register
 * while we wait, and that may hang or fail in any way: none of it fails the read, since nothing is concluded from a missing text. One chunk at a
 * time, and none after one that only failed, so that an outage costs one wait. A refused login, role or query is still thrown.
 */
export const readStreetNames = async (mo: MoContext, addresses: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> => {
  const all = new Map<Uuid, string>();
  let failed = false;
  for (const piece of chunks(addresses, mo.pageSize)) {
    const { found, failed: partly } = await lookUp(mo, piece).catch((error: unknown): LookUp => {
      if (isOutage(error)) return { found: new Map(), failed: true };
      throw error;
    });
    for (const [uuid, name] of found) all.set(uuid, name);
    failed ||= partly;
    if (partly && found.size === 0) break;
  }
  if (failed)
    mo.logger.warn('The address register (DAR) failed; what FK has is kept for these addresses', {
      missing: addresses.length - all.size,
      of: addresses.length,
    });
  return all;
};
