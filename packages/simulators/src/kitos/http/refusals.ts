import { json, text, type Answer } from './answer.ts';

/** Mistakes by parameter, as ASP.NET's ModelState collects them. */
export type ModelState = Readonly<Record<string, readonly string[]>>;

/** The words for a refusal, which the two versions put differently (facts/kitos.md §3, §9). */
export interface Refusals {
  unauthorised(): Answer;
  /** A domain error: the status' own name. */
  domain(status: 400 | 403 | 404 | 409, name: 'BadRequest' | 'Forbidden' | 'NotFound' | 'Conflict'): Answer;
  validation(mistakes: ModelState): Answer;
}

export const unhandled = (): Answer => json({ message: 'An error has occurred.' }, 500);

export const createRefusals = (next: boolean): Refusals => ({
  unauthorised: () => ({
    ...(next ? { status: 401, type: 'none', body: '' } : json({ message: 'Authorization has been denied for this request.' }, 401)),
    headers: { 'www-authenticate': 'Bearer' },
  }),
  domain: (status, name) => (next ? json(name, status) : text(status, name)),
  validation: (mistakes) => json(next ? mistakes : { message: 'The request is invalid.', modelState: mistakes }, 400),
});
