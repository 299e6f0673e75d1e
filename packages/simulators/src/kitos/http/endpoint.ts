import type { WireContext } from '../wire/wire-context.ts';
import type { Answer } from './answer.ts';
import type { QueryReader } from './query-reader.ts';
import type { Refusals } from './refusals.ts';

/** A request as an endpoint looks at it. */
export interface ApiCall extends WireContext {
  /** The uuids in the path, as written but in lower case. */
  readonly id: string;
  readonly subId: string;
  readonly query: QueryReader;
  readonly refuse: Refusals;
}

export type Endpoint = (call: ApiCall) => Answer;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Only with a uuid in the path; anything else is a mistake in the question. */
export const withUuid =
  (endpoint: Endpoint): Endpoint =>
  (call) =>
    UUID.test(call.id) ? endpoint(call) : call.refuse.validation({ uuid: [`The value '${call.id}' is not valid.`] });
