import type { KitosOperation } from '../kitos-error.ts';

export interface KitosRequest {
  readonly operation: KitosOperation;
  /** Below the base address; built from fixed words and checked uuids only. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** An answer of any status, whose body has arrived completely. */
export interface KitosAnswer {
  readonly operation: KitosOperation;
  readonly status: number;
  readonly body: string;
  /** The headers as they came. */
  readonly retryAfter: string | null;
  readonly date: string | null;
}
