import { z } from 'zod';

export const os2moFault = z.object({
  /** Operation name or root field (`org_units`, `event_fetch`), or `token` for the token endpoint (status faults, `hang`, `unauthenticated`); absent = every GraphQL request. */
  match: z.string().optional(),
  /** How many matching requests it hits; absent = all, until the faults are changed. */
  times: z.int().positive().optional(),
  /** How many matching requests go through unharmed first: a walk that fails on its third page has 2. */
  afterPages: z.int().nonnegative().optional(),
  /**
   * `http-500`, `http-502`: that status. `hang`: no answer. `graphql-error`: HTTP 200, data null, one error. `unauthenticated`: as an expired
   * token. `null-current`: the first object of every collection has `current: null` and an error, as a broken reference makes it.
   * `slow-ms`: `ms` later. `bad-json`: a body that is no JSON. `truncated`: the connection breaks in the middle of the answer.
   * `dar-http-500`, `dar-unreachable`: the address register fails while this request runs.
   */
  kind: z.enum([
    'http-500',
    'http-502',
    'hang',
    'graphql-error',
    'unauthenticated',
    'null-current',
    'slow-ms',
    'bad-json',
    'truncated',
    'dar-http-500',
    'dar-unreachable',
  ]),
  /** For `slow-ms`: the delay in ms, default 1000. For `graphql-error`: nothing. */
  ms: z.int().nonnegative().optional(),
  /** For `graphql-error`: the error's message. */
  message: z.string().optional(),
});

/** Something that goes wrong on purpose. */
export type Os2moFault = z.output<typeof os2moFault>;

export interface Faults {
  set(faults: readonly Os2moFault[]): void;
  /** The fault that hits a request with these names, if any: the first in the list that matches and is not used up. */
  next(names: readonly string[]): Os2moFault | null;
}

/** The faults that are to come, in memory; each request takes the first that matches. */
export const createFaults = (): Faults => {
  let active: { readonly fault: Os2moFault; skip: number; left: number }[] = [];
  return {
    set: (faults) => {
      active = faults.map((fault) => ({ fault, skip: fault.afterPages ?? 0, left: fault.times ?? Infinity }));
    },
    next: (names) => {
      for (const entry of active) {
        const { match } = entry.fault;
        if (entry.left === 0 || !(match === undefined ? !names.includes('token') : names.includes(match))) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        return entry.fault;
      }
      return null;
    },
  };
};
