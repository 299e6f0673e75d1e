import { z } from 'zod';

/** What a request asks for; how faults, statistics and log name it. */
const KITOS_OPERATIONS = ['login', 'organisations', 'users', 'systems', 'usages', 'usage', 'deletions', 'role-types', 'other'] as const;
export type KitosSimOperation = (typeof KITOS_OPERATIONS)[number];

/**
 * One order to misbehave. `operation` and `page` = when (default: always; pages count from 0), `after` = so many matching requests go through
 * unharmed first, `times` = how often (default: until cleared). `ms` goes with slow-ms, `status`, `text` and `location` with http-status, `retryAfter`
 * (seconds) with http-503 and http-429.
 */
export const kitosFaultSchema = z.strictObject({
  kind: z.enum(['http-500', 'http-503', 'http-429', 'http-status', '401', 'hang', 'slow-ms', 'bad-json', 'truncated', 'drop-connection']),
  operation: z.enum(KITOS_OPERATIONS).optional(),
  page: z.int().nonnegative().optional(),
  after: z.int().nonnegative().default(0),
  times: z.int().positive().optional(),
  ms: z.int().nonnegative().default(1_000),
  status: z.int().min(200).max(599).default(500),
  text: z.string().default('<html><body>Velkommen</body></html>'),
  location: z.url().optional(),
  retryAfter: z.int().nonnegative().optional(),
});

export type KitosFault = Readonly<z.input<typeof kitosFaultSchema>>;
export type ParsedKitosFault = Readonly<z.output<typeof kitosFaultSchema>>;

export interface KitosFaults {
  add(faults: readonly KitosFault[]): void;
  clear(): void;
  /** The first in force that fits, or null. It counts as used. */
  take(operation: KitosSimOperation, page: number): ParsedKitosFault | null;
  list(): readonly { readonly fault: ParsedKitosFault; readonly used: number }[];
}

/** The faults that are to come, in memory; each request takes the first that matches. */
export const createKitosFaults = (): KitosFaults => {
  let held: { readonly fault: ParsedKitosFault; skip: number; used: number }[] = [];
  return {
    add: (faults) => {
      const parsed = faults.map((fault) => kitosFaultSchema.parse(fault));
      held.push(...parsed.map((fault) => ({ fault, skip: fault.after, used: 0 })));
    },
    clear: () => void (held = []),
    take: (operation, page) => {
      for (const one of held) {
        const { fault } = one;
        if ((fault.operation ?? operation) !== operation || (fault.page ?? page) !== page || one.used >= (fault.times ?? Infinity))
          continue;
        if (one.skip > 0) {
          one.skip -= 1;
          continue;
        }
        one.used += 1;
        return fault;
      }
      return null;
    },
    list: () => held.map(({ fault, used }) => ({ fault, used })),
  };
};
