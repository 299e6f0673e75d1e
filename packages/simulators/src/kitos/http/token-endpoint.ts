import { z } from 'zod';
import type { Gate } from '../login/gate.ts';
import { json, type Answer } from './answer.ts';

const credentials = z.object({ email: z.string().default(''), password: z.string().default('') });

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

/** A mistake says nothing of use; no body at all is one the real thing does not handle; every refusal is the same 401 (facts/kitos.md §1). */
export const answerLogin = (gate: Gate, body: string): Answer => {
  const asked = credentials.safeParse(parsed(body));
  if (!asked.success) return json({ msg: '', response: 'Der opstod en ukendt fejl. Kontakt din lokale administrator.' }, 500);
  const { email, password } = asked.data;
  if (email === '' || password === '') return json({ msg: '[model.Email, System.Web.Http.ModelBinding.ModelState]', response: {} }, 400);
  const issued = gate.login(email, password);
  if (issued === null) return json({ msg: 'Du har ikke adgang til denne funktion log ind med en bruger og prøv igen', response: {} }, 401);
  const expires = new Date(issued.expiresMs).toISOString().replace('Z', '4567Z');
  return json({ msg: '', response: { token: issued.token, email, loginSuccessful: true, expires } });
};
