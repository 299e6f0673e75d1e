/**
 * What should happen after a failure; the one place where an error decides its own fate (design §3).
 * never: bad data, fail now · later: outage, exponential back-off · after: the target said wait · pause: configuration or login, stop the queue and say so.
 */
export type Fate = 'never' | 'later' | 'after' | 'pause';

export interface BridgeErrorOptions {
  readonly fate: Fate;
  /** Milliseconds to wait, with fate `after`. */
  readonly retryAfterMs?: number;
  readonly cause?: unknown;
}

/**
 * Base of every error we throw on purpose. `code` is stable and documented in docs/troubleshooting; `message` says what happened,
 * to which uuid and what to do, and holds no personal data and no secret.
 */
export class BridgeError extends Error {
  override readonly name: string = 'BridgeError';
  readonly code: string;
  readonly fate: Fate;
  readonly retryAfterMs: number | null;

  constructor(code: string, message: string, options: BridgeErrorOptions) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fate = options.fate;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}
