import { BridgeError } from '@os2bridge/model';

/** A failure of OS2rollekatalog's database, or of what we wanted from it. `errno` = MariaDB's number, null when there was no answer. */
export class RollekatalogError extends BridgeError {
  override readonly name: string = 'RollekatalogError';
  readonly errno: number | null;

  constructor(code: string, message: string, options: { readonly fate: BridgeError['fate']; readonly errno?: number | null }) {
    // No cause: mysql2's error carries the statement with its values, and those are names and e-mails.
    super(code, message, { fate: options.fate });
    this.errno = options.errno ?? null;
  }
}
