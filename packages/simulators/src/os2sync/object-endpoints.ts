import { empty, json, text, type Answer } from './answer.ts';
import type { ApiCall } from './api-call.ts';
import type { Backend } from './backend.ts';
import { uuidRefusal } from './database.ts';
import type { ObjectKind } from './object-kind.ts';

export type Endpoint = (call: ApiCall) => Answer;

export interface ObjectEndpoints {
  readonly post: Endpoint;
  readonly get: Endpoint;
  readonly all: Endpoint;
  readonly delete: Endpoint;
  readonly passiver: Endpoint;
  readonly cleanup: Endpoint;
}

const NULL_REFERENCE = 'Object reference not set to an instance of an object.';
const FK_IS_AWAY = 'Could not establish trust relationship or reach the service; see inner exception.';
const CLEANUP_PRIORITY = 12;
const PRIORITY = 10;

const isJson = (contentType: string | null): boolean => /^\s*(application|text)\/([\w.-]+\+)?json\b/i.test(contentType ?? '');

/** The six endpoints that units and users have alike (facts/os2sync.md §1.1, §1.4). */
export const createObjectEndpoints = (kind: ObjectKind, backend: Backend): ObjectEndpoints => {
  const { fk, faults } = backend;

  const fkIsAway = (call: ApiCall): boolean =>
    faults.take({ method: call.method, kind: kind.name, uuid: call.id }, (fault) => fault === 'fk-outage' || fault === 'sts-outage') !==
    null;

  const authorised =
    (endpoint: Endpoint): Endpoint =>
    (call) =>
      backend.authorised(call) ? endpoint(call) : empty(401);

  /** The content type is looked at before the key, the key before the body. */
  const withBody =
    (endpoint: Endpoint): Endpoint =>
    (call) =>
      isJson(call.contentType) ? authorised(endpoint)(call) : empty(415);

  /** Nobody checks whether the uuid exists, or is one. */
  const bare =
    (operation: 'DELETE' | 'PASSIVER'): Endpoint =>
    (call) => {
      const refusal = uuidRefusal(call.id, call.cvr, backend.charset);
      if (refusal !== null) return text(400, refusal);
      backend.enqueue((id) => kind.bareRow(id, { uuid: call.id, operation, priority: PRIORITY, cvr: call.cvr, bypassCache: false }));
      return empty(200);
    };

  const post: Endpoint = (call) => {
    const submission = kind.submit(call.body);
    if (submission === null) return empty(400);
    const refusal = submission.complaint ?? submission.refusal(call.cvr, backend.charset);
    if (refusal !== null) return text(400, refusal);
    const { uuid } = submission;
    const { priority, cvr, bypassCache } = call;
    backend.enqueue((id) => submission.row(id, { uuid, operation: 'UPDATE', priority, cvr, bypassCache }));
    return json(submission.echo);
  };

  const cleanup: Endpoint = (call) => {
    if (!Array.isArray(call.body)) return text(400, NULL_REFERENCE);
    const local = new Set(call.body.map(String));
    const held = new Set(kind.uuids(fk.active(call.cvr)));
    const surplus = call.dryrun ? [] : [...held].filter((uuid) => !local.has(uuid));
    for (const uuid of surplus) {
      backend.enqueue((id) =>
        kind.bareRow(id, { uuid, operation: 'DELETE', priority: CLEANUP_PRIORITY, cvr: call.cvr, bypassCache: false }),
      );
    }
    return json([...local].filter((uuid) => !held.has(uuid)));
  };

  const get: Endpoint = (call) => {
    if (fkIsAway(call)) return text(400, FK_IS_AWAY);
    const registration = kind.read(fk, call.id);
    return registration === null ? empty(404) : json(registration);
  };

  const all: Endpoint = (call) => (fkIsAway(call) ? text(400, FK_IS_AWAY) : json(kind.uuids(fk.active(call.cvr))));

  return {
    post: withBody(post),
    cleanup: withBody(cleanup),
    get: authorised(get),
    all: authorised(all),
    delete: authorised(bare('DELETE')),
    passiver: authorised(bare('PASSIVER')),
  };
};
