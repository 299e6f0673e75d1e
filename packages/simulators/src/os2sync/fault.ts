import { z } from 'zod';

/** Faults of the HTTP server itself; the operation is not carried out, but with `drop-answer` it is, and `slow-ms` only delays it. */
const HTTP_FAULTS = [
  'http-500',
  'http-503',
  'http-429',
  'http-status',
  'http-400-text',
  'http-400-empty',
  '401',
  'hang',
  'slow-ms',
  'bad-json',
  'drop-connection',
  'drop-answer',
] as const;
/** Faults behind the queue: FK is away for a while, the token service is away (permanent failures), FK refuses an object. */
const FK_FAULTS = ['fk-outage', 'sts-outage', 'fk-40'] as const;
/** Faults of a hierarchy job, decided when it starts. */
const HIERARCHY_FAULTS = [
  'lost-hierarchy',
  'failed-hierarchy',
  'slow-hierarchy',
  'truncated-hierarchy',
  'empty-hierarchy',
  'duplicate-hierarchy',
  'partial-hierarchy',
] as const;

export type HttpFault = (typeof HTTP_FAULTS)[number];
export type FkFault = (typeof FK_FAULTS)[number];
export type HierarchyFault = (typeof HIERARCHY_FAULTS)[number];

/**
 * One order to misbehave. `times` = how often (default: until cleared), `probability` 0–1 (default 1). `ms` goes with slow-ms and
 * slow-hierarchy, `status` and `text` with http-status and http-400-text, `retryAfter` (seconds) with http-503 and http-429,
 * `location` with http-status.
 */
export const faultSchema = z.strictObject({
  kind: z.enum([...HTTP_FAULTS, ...FK_FAULTS, ...HIERARCHY_FAULTS]),
  match: z
    .strictObject({
      method: z
        .string()
        .transform((method) => method.toUpperCase())
        .optional(),
      kind: z.enum(['orgunit', 'user', 'hierarchy']).optional(),
      uuid: z
        .string()
        .transform((uuid) => uuid.toLowerCase())
        .optional(),
    })
    .default({}),
  times: z.int().positive().optional(),
  probability: z.number().min(0).max(1).default(1),
  ms: z.int().nonnegative().default(1_000),
  status: z.int().min(200).max(599).default(500),
  text: z.string().default('Object reference not set to an instance of an object.'),
  retryAfter: z.int().nonnegative().optional(),
  location: z.url().optional(),
});

export type Fault = Readonly<z.input<typeof faultSchema>>;
export type ParsedFault = Readonly<z.output<typeof faultSchema>>;

/** Whether this fault is one of the answer, whatever was asked for. */
export const isHttpFault = (kind: ParsedFault['kind']): kind is HttpFault => HTTP_FAULTS.some((one) => one === kind);
/** Whether this fault is one of the hierarchy alone. */
export const isHierarchyFault = (kind: ParsedFault['kind']): kind is HierarchyFault => HIERARCHY_FAULTS.some((one) => one === kind);
