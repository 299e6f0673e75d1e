import { BridgeError, isUuid, type BridgeErrorOptions, type Uuid } from '@os2bridge/model';

/** What a request was about. */
export type Subject =
  | { readonly kind: 'orgunit' | 'user'; readonly uuid: Uuid }
  | { readonly kind: 'hierarchy' | 'ping'; readonly uuid: null };

/** What claims to be a uuid and is none could be anything, a CPR too. */
const shown = (uuid: Uuid): string => (isUuid(uuid) ? uuid : '(its uuid is none)');

/** The subject as it stands in a message: a kind and a uuid, never a value. */
export const subjectText = (subject: Subject): string => {
  switch (subject.kind) {
    case 'orgunit':
      return `org unit ${shown(subject.uuid)}`;
    case 'user':
      return `user ${shown(subject.uuid)}`;
    case 'hierarchy':
      return 'the hierarchy';
    case 'ping':
      return 'the connection test';
  }
};

/** A failure of OS2sync or of what we wanted to send to it. `status` null = there was no answer. */
export class Os2syncError extends BridgeError {
  override readonly name: string = 'Os2syncError';
  readonly status: number | null;
  readonly subject: Subject;

  constructor(code: string, message: string, subject: Subject, status: number | null, options: BridgeErrorOptions) {
    super(code, message, options);
    this.status = status;
    this.subject = subject;
  }
}
