import { GraphQLError } from 'graphql';

/** OS2MO's error keys, with its status and its words (facts/os2mo.md §3.3). */
const known = {
  E_NOT_FOUND: [404, 'Not found.'],
  E_USER_NOT_FOUND: [404, 'User not found.'],
  E_ORG_UNIT_NOT_FOUND: [404, 'Org unit not found.'],
  E_INVALID_INPUT: [400, 'Invalid input.'],
  E_UNKNOWN: [500, 'Unknown error.'],
  V_DUPLICATED_IT_USER: [400, 'Employee has the same IT user more than once'],
  V_DATE_OUTSIDE_EMPL_RANGE: [400, 'Date range exceeds validity range of associated employee.'],
  V_DATE_OUTSIDE_ORG_UNIT_RANGE: [400, 'Date range exceeds validity range of associated org unit.'],
  V_INVALID_ADDRESS_EMAIL: [400, 'Invalid email'],
  V_INVALID_ADDRESS_PHONE: [400, 'Invalid phone number'],
  V_INVALID_ADDRESS_EAN: [400, 'Invalid EAN'],
  V_INVALID_ADDRESS_PNUMBER: [400, 'Invalid p-number'],
  V_INVALID_ADDRESS_WWW: [400, 'Invalid webpage'],
  V_INVALID_ADDRESS_DAR: [400, 'Invalid address'],
} as const satisfies Record<string, readonly [number, string]>;

export type MoErrorKey = keyof typeof known;

/**
 * An error as OS2MO's own code raises it: what counts is `extensions.error_context.error_key`.
 * @param said what is wrong, where it differs from the key's own description
 */
export const moError = (key: MoErrorKey, detail: Readonly<Record<string, unknown>> = {}, said?: string): GraphQLError => {
  const [status, description] = known[key];
  const message = said === undefined ? `ErrorCodes.${key}` : `(<ErrorCodes.${key}: (${status}, '${description}')>, "${said}")`;
  return new GraphQLError(message, {
    extensions: { error_context: { error: true, description: said ?? description, status, error_key: key, ...detail } },
  });
};
