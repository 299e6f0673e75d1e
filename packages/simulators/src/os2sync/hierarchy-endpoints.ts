import { empty, json, text } from './answer.ts';
import type { Backend } from './backend.ts';
import { isHierarchyFault } from './fault.ts';
import { hierarchySnapshot } from './hierarchy-snapshot.ts';
import type { Endpoint } from './object-endpoints.ts';

/** /api/hierarchy: start answers with the job's uuid, poll asks for no key (facts/os2sync.md §1.5). */
export const createHierarchyEndpoints = (backend: Backend): { readonly start: Endpoint; readonly poll: Endpoint } => ({
  start: (call) => {
    if (!backend.authorised(call)) return empty(401);
    backend.traffic.count('hierarchies');
    const target = { method: 'GET', kind: 'hierarchy' } as const;
    const away = backend.faults.take(target, (kind) => kind === 'fk-outage' || kind === 'sts-outage') !== null;
    const result = away ? null : hierarchySnapshot(backend.fk.active(call.cvr), call.onlyUnits);
    return text(200, backend.hierarchies.start(result, backend.faults.take(target, isHierarchyFault)));
  },
  poll: (call) => {
    const answer = backend.hierarchies.poll(call.id);
    return answer === null ? empty(404) : json(answer);
  },
});
