import type { Os2syncSettings } from '@os2bridge/config';
import type { Logger } from '@os2bridge/logging';
import type { FkOrgUnit, FkUser, Uuid } from '@os2bridge/model';
import type { Got } from 'got';
import { z } from 'zod';
import { checkLimits } from './check-limits.ts';
import { errorOfAnswer, errorOfContent, type Os2syncAnswer } from './classify.ts';
import { createHierarchyReader } from './hierarchy.ts';
import { createOs2syncHttp } from './http.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { heldOrgUnit, sentOrgUnit } from './org-unit-wire.ts';
import type { Os2syncClient } from './os2sync-client.ts';
import type { Subject } from './os2sync-error.ts';
import { parseAnswer } from './parse-answer.ts';
import { createPing } from './ping.ts';
import { createSender } from './sender.ts';
import { createSlots } from './slots.ts';
import { heldUser, sentUser } from './user-wire.ts';
import { heldUuid, sentUuid } from './wire-rules.ts';

export interface Os2syncClientOptions {
  readonly settings: Os2syncSettings;
  readonly logger: Logger;
  /** What to build on instead of plain got: a proxy, a tracer. Our own options go over it. */
  readonly http?: Got;
}

type ObjectSubject = Extract<Subject, { readonly uuid: Uuid }>;

const PATHS = { orgunit: 'orgUnit', user: 'user' } as const;

const echo = z.object({ Uuid: heldUuid });

/** A client for one municipality. It holds idle connections at most and needs no closing. Contract: `Os2syncClient`. */
export const createOs2syncClient = ({ settings, logger, http: base }: Os2syncClientOptions): Os2syncClient => {
  let requests = 0;
  const http = createOs2syncHttp(settings, () => void (requests += 1), base);
  const send = createSender(http, createSlots(settings.concurrency), logger);
  const perUuid = createKeyedQueue();

  const read = async <T>(subject: ObjectSubject, schema: z.ZodType<T>): Promise<T | null> => {
    const asked = { method: 'GET', subject } as const;
    const uuid = checkLimits(sentUuid, subject, subject.uuid);
    const answer = await perUuid.run(uuid, () => send({ ...asked, path: `${PATHS[subject.kind]}/${uuid}` }));
    if (answer.status === 404) return null;
    if (answer.status !== 200) throw errorOfAnswer(answer, asked);
    return parseAnswer(schema, answer, asked);
  };

  /** OS2sync echoes what it queued. Another body with 200 comes from something that is not OS2sync: then nothing was queued. */
  const write = async (subject: ObjectSubject, body: object, query?: Readonly<Record<string, string>>): Promise<void> => {
    const asked = { method: 'POST', subject } as const;
    const answer = await perUuid.run(subject.uuid, () => send({ ...asked, path: PATHS[subject.kind], body, ...(query && { query }) }));
    if (answer.status !== 200) throw errorOfAnswer(answer, asked);
    if (parseAnswer(echo, answer, asked).Uuid !== subject.uuid) throw errorOfContent('it echoes another uuid', asked);
  };

  /** Unknown uuids are answered 200 too, so a 404 says that the address is wrong, not that the object is gone. The 200 has no body; a page is a proxy's. */
  const remove = async (subject: ObjectSubject): Promise<void> => {
    const asked = { method: 'DELETE', subject } as const;
    const uuid = checkLimits(sentUuid, subject, subject.uuid);
    const answer: Os2syncAnswer = await perUuid.run(uuid, () => send({ ...asked, path: `${PATHS[subject.kind]}/${uuid}` }));
    if (answer.status !== 200) throw errorOfAnswer(answer, asked);
    if (answer.body.trimStart().startsWith('<')) throw errorOfContent('a web page came instead', asked);
  };

  return {
    getOrgUnit: (uuid) => read({ kind: 'orgunit', uuid }, heldOrgUnit),
    postOrgUnit: async (orgUnit) => {
      const subject = { kind: 'orgunit', uuid: orgUnit.Uuid } as const;
      await write(subject, checkLimits<FkOrgUnit>(sentOrgUnit, subject, orgUnit));
    },
    deleteOrgUnit: (uuid) => remove({ kind: 'orgunit', uuid }),
    getUser: (uuid) => read({ kind: 'user', uuid }, heldUser),
    postUser: async (user, { repair = false } = {}) => {
      const subject = { kind: 'user', uuid: user.Uuid } as const;
      await write(subject, checkLimits<FkUser>(sentUser, subject, user), repair ? { bypassCache: 'true' } : undefined);
    },
    deleteUser: (uuid) => remove({ kind: 'user', uuid }),
    hierarchy: createHierarchyReader(send, settings, logger),
    ping: createPing(send),
    get requests() {
      return requests;
    },
  };
};
