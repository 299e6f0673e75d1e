/** Queues of one municipality's OS2sync pipeline: a slow or dead target of one municipality never holds up another. */
export const objectQueueName = (cvr: string): string => `os2sync-${cvr}`;

/** Runs of that pipeline; global concurrency 1, so two full syncs never overlap. */
export const runQueueName = (cvr: string): string => `os2sync-runs-${cvr}`;
