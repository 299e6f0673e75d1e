import type { Login } from '../login/login.ts';
import type { KitosAnswer, KitosRequest } from './kitos-request.ts';
import type { Sender } from './sender.ts';

/** A GET with a token. Any status but 401 is an answer; throws KitosError otherwise. */
export type Ask = (request: KitosRequest) => Promise<KitosAnswer>;

/** The one way to Kitos' data: a token that is refused is replaced once, and the question asked again. */
export const createAsk =
  (send: Sender, login: Login): Ask =>
  async (request) => {
    request.signal?.throwIfAborted();
    const token = await login.token();
    const answer = await send({ ...request, method: 'GET', token });
    if (answer.status !== 401) return answer;
    const fresh = await login.token(token);
    const second = await send({ ...request, method: 'GET', token: fresh });
    if (second.status !== 401) return second;
    throw login.refused(fresh);
  };
