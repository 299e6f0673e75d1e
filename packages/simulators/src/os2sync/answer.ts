/** What an endpoint answers, before it is put on the wire. */
export type Answer =
  | { readonly kind: 'empty'; readonly status: number }
  /** A string result: quoted or not, that depends on what the client accepts. */
  | { readonly kind: 'string'; readonly status: number; readonly text: string }
  | { readonly kind: 'json'; readonly status: number; readonly value: unknown }
  /** Not OS2sync's own words: what a proxy in front of it might say. Sent as it is. */
  | { readonly kind: 'raw'; readonly status: number; readonly body: string };

export const empty = (status: number): Answer => ({ kind: 'empty', status });
export const text = (status: number, content: string): Answer => ({ kind: 'string', status, text: content });
export const json = (value: unknown): Answer => ({ kind: 'json', status: 200, value });
export const raw = (status: number, body: string): Answer => ({ kind: 'raw', status, body });
