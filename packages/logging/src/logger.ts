/** What a log line may carry beside its text: ids and numbers, never names, numbers or addresses of persons. */
export type LogFields = Readonly<Record<string, unknown>>;

/** The logger everything takes as an argument; nothing imports a global one. Every line carries the scopes of its ancestors. */
export interface Logger {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** A logger whose lines carry these fields too, e.g. `{ run: … }`. */
  child(scope: Readonly<Record<string, string | number>>): Logger;
  /** Writes what is buffered and closes files; of the root logger. */
  close(): Promise<void>;
}
