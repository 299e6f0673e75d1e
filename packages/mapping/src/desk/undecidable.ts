import { BridgeError } from '@os2bridge/model';
import type { ErrorReason } from '../explain/codes.ts';

/**
 * The rules cannot tell what FK should hold, because what MO gives is contradictory or incomplete. Stays inside this package:
 * `decideOrgUnit` and `decideEmployee` turn it into an `error` decision, so that one bad object never stops the others.
 */
export class Undecidable extends BridgeError {
  override readonly name = 'Undecidable';
  readonly reason: ErrorReason;

  constructor(reason: ErrorReason, message: string) {
    super(reason, message, { fate: 'never' });
    this.reason = reason;
  }
}
