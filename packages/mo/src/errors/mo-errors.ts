import { BridgeError } from '@os2bridge/model';

/*
 * The five ways a read of OS2MO fails. None of them carries a cause: got's errors hold the request with its token, and MO's own
 * messages may quote values. What can be said safely is in the text.
 */

/** OS2MO (or the way to it) is out of order: timeout, refused, 5xx, no JSON. Fate later. */
export const moDown = (operation: string, what: string): BridgeError =>
  new BridgeError(
    'mo-down',
    `OS2MO could not be read (${operation}): ${what}. Check that OS2MO runs and can be reached; it is tried again later.`,
    {
      fate: 'later',
    },
  );

/** OS2MO answered, but not with everything that was asked for. Fate later: such an answer may never count as an absence. */
export const moAnswer = (operation: string, what: string): BridgeError =>
  new BridgeError(
    'mo-answer',
    `OS2MO gave no complete answer (${operation}): ${what}. Nothing is concluded from it; it is tried again later.`,
    {
      fate: 'later',
    },
  );

/** OS2MO does not know who we are. Fate pause, unless the login server itself is out of order (later). */
export const moLogin = (what: string, fate: 'pause' | 'later' = 'pause'): BridgeError =>
  new BridgeError('mo-login', `The login at OS2MO failed: ${what}.`, { fate });

/** OS2MO knows us, but refuses this collection. Fate pause. */
export const moRole = (operation: string, refused: string, role: string | null): BridgeError =>
  new BridgeError(
    'mo-role',
    `OS2MO refuses access to "${refused}" (${operation}). Give the client ${role === null ? 'the role for it' : `the role ${role}`} in Keycloak (the role reader holds all of them).`,
    { fate: 'pause' },
  );

/** OS2MO does not accept the question: wrong address, or a release without a field or version we need. Fate pause. */
export const moQuery = (operation: string, what: string): BridgeError =>
  new BridgeError(
    'mo-query',
    `OS2MO does not accept our question (${operation}): ${what}. Check OS2MO's address, its release and the GraphQL version in the settings.`,
    {
      fate: 'pause',
    },
  );
