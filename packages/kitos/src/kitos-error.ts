import { BridgeError, type BridgeErrorOptions } from '@os2bridge/model';

/** What we were asking Kitos for. */
export type KitosOperation = 'login' | 'organisation' | 'role types' | 'users' | 'systems' | 'usages' | 'usage' | 'deletions';

/**
 * A failure of OS2kitos, or of the way to it. `status` null = there was no answer, or it is not about one.
 * No cause is kept: got's errors hold the request with its token, and Kitos' own texts are not ours to repeat.
 */
export class KitosError extends BridgeError {
  override readonly name: string = 'KitosError';
  readonly operation: KitosOperation;
  readonly status: number | null;

  constructor(code: string, message: string, operation: KitosOperation, status: number | null, options: BridgeErrorOptions) {
    super(code, message, options);
    this.operation = operation;
    this.status = status;
  }
}
