/** One operation as it arrived. The simulator holds invented persons only, so the body is kept as it came. */
export interface LoggedOperation {
  readonly at: string;
  readonly verb: 'POST' | 'DELETE' | 'PASSIVER' | 'CLEANUP';
  readonly kind: 'orgunit' | 'user';
  /** null when the body had none. */
  readonly uuid: string | null;
  readonly body: unknown;
  readonly bypassCache: boolean;
  /** Status answered; null = no answer was given (yet). */
  readonly status: number | null;
}

export interface OperationLog {
  /** Call the result with the status when it is known. */
  add(operation: Omit<LoggedOperation, 'at' | 'status'>): (status: number) => void;
  /** In order of arrival. */
  list(): readonly LoggedOperation[];
  clear(): void;
}

/** Keeps every operation in order of arrival, whatever its answer, in memory. */
export const createOperationLog = (): OperationLog => {
  let entries: (Omit<LoggedOperation, 'status'> & { status: number | null })[] = [];
  return {
    add: (operation) => {
      const entry = { at: new Date().toISOString(), ...operation, status: null as number | null };
      entries.push(entry);
      return (status) => void (entry.status = status);
    },
    list: () => entries.map((entry) => ({ ...entry })),
    clear: () => void (entries = []),
  };
};
