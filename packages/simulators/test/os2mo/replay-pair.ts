import type { Os2moFault } from '../../src/os2mo/sim/faults.ts';
import type { Os2moSimulator } from '../../src/os2mo/start-os2mo-simulator.ts';
import { updateAt, valueAt } from './json-path.ts';
import type { RecordedPair } from './recorded-pairs.ts';

/** A request as it was made in this replay, and what came back. */
export interface Replayed {
  readonly request: unknown;
  readonly response: { readonly status: number; readonly contentType: string | null; readonly body: unknown };
}

const tokenFor = (simulator: Os2moSimulator, { auth }: RecordedPair): string | null => {
  if (auth.kind === 'none') return null;
  if (auth.token?.startsWith('garbage') === true) return 'abc.def.ghi';
  return simulator.issueToken({
    roles: Array.isArray(auth.roles) ? auth.roles : null,
    lifetimeSeconds: auth.token === 'expired' ? -1 : 300,
    ...(auth.uuid !== undefined && { uuid: auth.uuid }),
  });
};

/** The state of the address register that the pair was recorded in. */
const registerFaults = ({ precondition }: RecordedPair): readonly Os2moFault[] => {
  if (precondition.includes('HTTP 500')) return [{ kind: 'dar-http-500' }];
  if (precondition.includes('cannot be reached')) return [{ kind: 'dar-unreachable' }];
  return [];
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Makes the pair's request, with values from earlier answers put where its bindings say. `earlier` is by number, and added to. */
export const replayPair = async (simulator: Os2moSimulator, pair: RecordedPair, earlier: Map<string, Replayed>): Promise<Replayed> => {
  const request = structuredClone(pair.request);
  for (const [path, source] of Object.entries(pair.bindings)) {
    const [number = '', ...rest] = source.split(':');
    const found = earlier.get(number);
    // A pair that was kept aside cannot be replayed; its value then stays as it was recorded.
    if (found !== undefined) updateAt({ request }, path, () => valueAt(found, rest.join(':')));
  }
  const { authorization: _recorded, ...headers } = request.headers;
  const token = tokenFor(simulator, pair);
  simulator.setFaults(registerFaults(pair));
  const answer = await fetch(simulator.url + request.path, {
    method: request.method,
    headers: token === null ? headers : { ...headers, authorization: `Bearer ${token}` },
    redirect: 'manual',
    ...(request.method !== 'GET' && { body: request.raw_body ?? JSON.stringify({ query: request.query, variables: request.variables }) }),
  });
  const replayed = {
    request,
    response: { status: answer.status, contentType: answer.headers.get('content-type'), body: parsed(await answer.text()) },
  };
  earlier.set(pair.number, replayed);
  return replayed;
};

/** An answer in the form that is compared: what may vary is masked, what has no order is sorted. */
export const comparable = (pair: RecordedPair, body: unknown): unknown => {
  const root = { response: { body: structuredClone(body) } };
  for (const path of [...pair.volatile, ...pair.soft]) updateAt(root, path, () => '*');
  for (const path of pair.unordered)
    updateAt(root, path, (value) => (Array.isArray(value) ? value.map((item) => JSON.stringify(item)).toSorted() : value));
  return root.response.body;
};
