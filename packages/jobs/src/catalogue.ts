import { uuidSchema as uuid, type KindName, type Uuid } from '@os2bridge/model';
import { z } from 'zod';

const kind = z.enum(['orgunit', 'user']) satisfies z.ZodType<KindName>;

/**
 * Every job there is: its queue, the shape of its data and the id under which equal jobs are one.
 * A job carries ids and a reason, never data: the handler reads fresh state. A new field must be optional, for jobs in flight during a deploy.
 */
export const CATALOGUE = {
  /** Brings what FK Organisation holds for one MO object in line with MO. `hold`: deletions are noted in the run, not done; `approved`: those that the run lists are done. */
  'sync-object': {
    queue: 'objects',
    data: z.object({
      kind,
      mo: uuid,
      reason: z.string().max(60),
      run: z.string().max(40).optional(),
      force: z.boolean().optional(),
      deletions: z.enum(['hold', 'approved']),
    }),
    deduplicationId: (data: { kind: KindName; mo: Uuid }) => `${data.kind}-${data.mo}`,
  },
  /** Deletes what only FK Organisation knows (autowash), after asking MO once more. */
  'wash-object': {
    queue: 'objects',
    data: z.object({ kind, fk: uuid, run: z.string().max(40) }),
    deduplicationId: (data: { kind: KindName; fk: Uuid }) => `wash-${data.kind}-${data.fk}`,
  },
  /** One run from planning to its end; `delete` is the part after an approval. */
  run: {
    queue: 'runs',
    data: z.object({ run: z.string().max(40), step: z.enum(['all', 'delete']) }),
    deduplicationId: (data: { run: string; step: string }) => `${data.run}-${data.step}`,
  },
  /** What the scheduler's cron starts: makes a run and works it off. */
  'scheduled-run': {
    queue: 'runs',
    data: z.object({ kind: z.literal('full') }),
    deduplicationId: () => 'scheduled-run',
  },
} as const satisfies Record<
  string,
  { readonly queue: 'objects' | 'runs'; readonly data: z.ZodType; readonly deduplicationId: (data: never) => string }
>;

export type JobName = keyof typeof CATALOGUE;
export const JOB_NAMES = ['sync-object', 'wash-object', 'run', 'scheduled-run'] as const satisfies readonly JobName[];
export type JobData<N extends JobName> = z.infer<(typeof CATALOGUE)[N]['data']>;
export type QueueOf<N extends JobName> = (typeof CATALOGUE)[N]['queue'];
/** The jobs of one queue; a handler map typed by this does not compile while a handler is missing. */
export type JobNamesOf<Q extends 'objects' | 'runs'> = { [N in JobName]: QueueOf<N> extends Q ? N : never }[JobName];
