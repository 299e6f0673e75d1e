import type { Os2syncSimulator } from '../../src/index.ts';

export const CVR = '12345678';
export const KEY = 'k-123';

export const uuid = (number: number): string => `20000000-0000-4000-8000-${number.toString().padStart(12, '0')}`;

export const unit = (number: number, changes: object = {}) => ({ Uuid: uuid(number), Name: `Enhed ${number}`, ...changes });

export const user = (number: number, changes: object = {}) => ({
  Uuid: uuid(number),
  UserId: `bruger${number}`,
  Person: { Name: `Børge ${number}`, Cpr: '0101900000' },
  Positions: [{ Name: 'Pædagog', OrgUnitUuid: uuid(1), StartDate: '2025-01-01', StopDate: null }],
  ...changes,
});

export interface Reply {
  readonly status: number;
  readonly type: string | null;
  readonly text: string;
}

/** One request with the right key and cvr, unless `headers` say otherwise (null takes one away). */
export const ask = async (
  simulator: Os2syncSimulator,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string | null>> = {},
): Promise<Reply> => {
  const all = { cvr: CVR, apiKey: KEY, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers };
  const response = await fetch(simulator.url + path, {
    method,
    headers: Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

/** The JSON of a reply. */
export const parse = (text: string): unknown => JSON.parse(text);
