import type { BridgeError } from '@os2bridge/model';
import { missingField } from '../errors/missing-field.ts';
import { moAnswer, moQuery, moRole } from '../errors/mo-errors.ts';
import { roleFor } from '../errors/role-for.ts';
import type { GraphqlAnswer, GraphqlError } from './graphql-answer.ts';
import { objectAt } from './object-at.ts';

const NOT_AUTHENTICATED = 'User is not authenticated';
const NO_ROLE = 'No policy approved the access';

/** OS2MO says "not logged in" under HTTP 200, in this one message (facts: os2mo §2). */
export const isNotAuthenticated = (answer: GraphqlAnswer): boolean => answer.errors.some((error) => error.message === NOT_AUTHENTICATED);

const lastField = (error: GraphqlError): string | null => error.path?.findLast((step) => typeof step === 'string') ?? null;

/** Only the shape of a path may be shown: names from our own query, and positions. */
const shownPath = (error: GraphqlError): string => (error.path ?? []).join('.');

const errorKey = (error: GraphqlError): string => {
  const key = error.extensions?.error_context?.error_key ?? '';
  return /^[A-Z_]{1,60}$/.test(key) ? ` (${key})` : '';
};

/** Checking the query, before anything is read, gives places in the query but no path in the answer. What breaks MO itself has neither. */
const isRejection = ({ path, locations }: GraphqlError): boolean => !path?.length && !!locations?.length;

/**
 * What an answer with errors means. The two messages, and whether there is a path and a place, are all that may be relied on; other
 * texts change with MO's libraries. ("Not logged in" is dealt with where the request is sent.)
 */
export const classifyErrors = (operation: string, answer: GraphqlAnswer): BridgeError => {
  const refused = answer.errors.find((error) => error.message === NO_ROLE);
  if (refused) {
    const field = lastField(refused) ?? operation;
    return moRole(operation, field, roleFor(field));
  }
  const rejected = answer.errors.find(isRejection);
  if (rejected) return moQuery(operation, missingField(rejected.message) ?? 'the query was rejected before anything was read');
  const [first] = answer.errors;
  if (!first) return moAnswer(operation, 'it is empty');
  const object = objectAt(answer.data, first.path ?? []);
  const place = `error at ${shownPath(first) || 'the answer as a whole'}${errorKey(first)}`;
  const more = answer.errors.length > 1 ? ` and ${answer.errors.length - 1} more` : '';
  return moAnswer(operation, object === null ? `${place}${more}` : `${place}${more}; look at object ${object} in OS2MO`);
};
