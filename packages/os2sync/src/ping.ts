import { errorOfAnswer, type Asked } from './classify.ts';
import { Os2syncError } from './os2sync-error.ts';
import type { Sender } from './sender.ts';

const ASKED: Asked = { method: 'GET', subject: { kind: 'ping', uuid: null } };

/** A uuid that nobody has: the form of version 4, all zero otherwise. */
const NOBODY = '00000000-0000-4000-8000-000000000000';

/**
 * Reads a user that is not there: that takes the right key and OS2sync's connection to FK, and changes nothing. Since a wrong address
 * answers 404 as well, the bare collection is asked for too: there OS2sync has POST only and says 405.
 * Throws as every request does; `os2sync-unexpected` (pause) when it is not OS2sync that answers.
 */
export const createPing = (send: Sender) => async (): Promise<void> => {
  const answer = await send({ ...ASKED, path: `user/${NOBODY}` });
  if (answer.status === 200) return;
  if (answer.status !== 404) throw errorOfAnswer(answer, ASKED);
  const collection = await send({ ...ASKED, path: 'user' });
  if (collection.status !== 404) return;
  throw new Os2syncError(
    'os2sync-unexpected',
    'There is no OS2sync at os2sync.api_url (404). Check the address; it ends in /api.',
    ASKED.subject,
    404,
    {
      fate: 'pause',
    },
  );
};
