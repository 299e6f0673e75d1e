import type { KyselyPlugin, QueryId } from 'kysely';

/** What has gone over the connection since the store was opened, repeated transactions included. */
export interface RowCounters {
  statements: number;
  rowsRead: number;
  /** Rows inserted, deleted, or updated to another value; not those an UPDATE found as they should be. */
  rowsWritten: number;
  /** Transactions begun again after a deadlock or a lock that took too long. */
  retries: number;
}

/** A Kysely plugin that adds to the counters and changes nothing. */
export const countRows = (counters: RowCounters): KyselyPlugin => {
  const updates = new WeakSet<QueryId>();
  return {
    transformQuery: ({ node, queryId }) => {
      if (node.kind === 'UpdateQueryNode') updates.add(queryId);
      return node;
    },
    // Kysely's plugin is asynchronous by contract.
    transformResult: ({ result, queryId }) => {
      counters.statements += 1;
      counters.rowsRead += result.rows.length;
      // mysql2 counts the rows an UPDATE found; those it changed are counted apart.
      counters.rowsWritten += Number((updates.has(queryId) ? result.numChangedRows : result.numAffectedRows) ?? 0n);
      return Promise.resolve(result);
    },
  };
};
