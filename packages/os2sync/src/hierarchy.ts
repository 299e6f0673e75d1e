import { setTimeout as pause } from 'node:timers/promises';
import type { Os2syncSettings } from '@os2bridge/config';
import type { Logger } from '@os2bridge/logging';
import { parseUuid, type Uuid } from '@os2bridge/model';
import { errorOfAnswer, errorOfCallOff, errorOfContent, type Asked, type Os2syncAnswer } from './classify.ts';
import { hierarchyAnswer } from './hierarchy-wire.ts';
import type { Hierarchy } from './os2sync-client.ts';
import { Os2syncError } from './os2sync-error.ts';
import { parseAnswer } from './parse-answer.ts';
import { plainString } from './plain-string.ts';
import type { Sender } from './sender.ts';

/** OS2sync stops reading FK after 20 pages of 500 units and says nothing about it. */
const TRUNCATED_AT = 10_000;

const ASKED: Asked = { method: 'GET', subject: { kind: 'hierarchy', uuid: null } };

const failure = (what: string): Os2syncError =>
  new Os2syncError(
    'os2sync-hierarchy',
    `OS2sync's hierarchy ${what}. Nothing is concluded from it; it is tried again.`,
    ASKED.subject,
    null,
    { fate: 'later' },
  );

/** FK is known to list a unit twice; the first one counts. */
const firstOfEach = <T extends { readonly uuid: Uuid }>(items: readonly T[]): T[] =>
  [...new Map(items.toReversed().map((item) => [item.uuid, item])).values()].toReversed();

/** Absence from the result is read as absence in FK, so a result that may lack something is an error. */
const trusted = (answer: Os2syncAnswer): Hierarchy => {
  const { Status, Result } = parseAnswer(hierarchyAnswer, answer, ASKED);
  if (Status !== 0 || Result === null || Result === undefined) throw failure('failed: OS2sync could not read FK Organisation');
  if (Result.OUs.length === 0) throw failure('holds no unit, not even a root');
  if (Result.OUs.length >= TRUNCATED_AT) throw failure(`holds ${Result.OUs.length} units, OS2sync's limit, so some may be missing`);
  return { units: firstOfEach(Result.OUs), users: firstOfEach(Result.Users) };
};

export interface HierarchyOptions {
  readonly onlyUnits?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Starts a hierarchy and waits for it. 404 means pending, lost, expired or already read, so only our own deadline ends the waiting.
 * The result can be fetched once: a poll is never sent again by the HTTP layer.
 */
export const createHierarchyReader = (send: Sender, settings: Os2syncSettings, logger: Logger) => {
  const start = async ({ onlyUnits, signal }: HierarchyOptions): Promise<Uuid> => {
    const answer = await send({ ...ASKED, path: 'hierarchy', signal, ...(onlyUnits && { headers: { onlyous: 'true' } }) });
    if (answer.status !== 200) throw errorOfAnswer(answer, ASKED);
    const job = parseUuid(plainString(answer.body));
    if (job === null) throw errorOfContent('the hierarchy job has no uuid', ASKED);
    return job;
  };

  return async (options: HierarchyOptions = {}): Promise<Hierarchy> => {
    const { signal } = options;
    const began = performance.now();
    const job = await start(options);
    for (;;) {
      const answer = await send({ ...ASKED, path: `hierarchy/${job}`, signal, again: false });
      const ms = Math.round(performance.now() - began);
      if (answer.status === 200) {
        const hierarchy = trusted(answer);
        logger.info('hierarchy read', { units: hierarchy.units.length, users: hierarchy.users.length, ms });
        return hierarchy;
      }
      if (answer.status !== 404) throw errorOfAnswer(answer, ASKED);
      if (ms + settings.hierarchyPollMs > settings.hierarchyTimeoutMs)
        throw failure(`was not there after ${Math.round(ms / 1_000)} seconds`);
      await pause(settings.hierarchyPollMs, undefined, signal ? { signal } : {}).catch(() => {
        throw errorOfCallOff(ASKED);
      });
    }
  };
};
