import {
  DEFAULT_KITOS_ACCOUNT,
  startKitosSimulator,
  type KitosDatasetInput,
  type KitosSimulator,
  type KitosSimulatorOptions,
} from '../../src/index.ts';

const make = (kind: string) => (number: number) => `${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const id = { org: make('1'), user: make('2'), role: make('3'), system: make('4'), usage: make('5') };

export const NOON = '2026-11-22T12:00:00Z';

export const smallTown = (changes: KitosDatasetInput = {}): KitosDatasetInput => ({
  organisations: [
    { uuid: id.org(2), name: 'Ærø Systemhus', cvr: '123456789', type: 'Company' },
    { uuid: id.org(1), name: 'Æblevig Kommune', cvr: '12345678' },
    { uuid: id.org(3), name: 'Skjult', cvr: '87654321', public: false },
  ],
  roleTypes: [
    { uuid: id.role(2), name: 'Systemansvarlig', priority: 1 },
    { uuid: id.role(1), name: 'Systemejer', priority: 2 },
    { uuid: id.role(3), name: 'Slukket', organisations: [] },
  ],
  users: [
    { uuid: id.user(1), firstName: 'Åse', lastName: 'Ærlig', email: 'aase@aeblevig.example' },
    { uuid: id.user(2), firstName: 'Bjørn', email: 'bjoern@aeblevig.example', organisations: [id.org(1), id.org(2)] },
  ],
  systems: [
    { uuid: id.system(1), name: 'Løn', lastModified: '2026-01-01T00:00:00.0000001Z' },
    { uuid: id.system(2), name: 'Ældre', lastModified: '2026-01-02T00:00:00Z' },
    { uuid: id.system(3), name: 'Kort', deactivated: true, lastModified: '2026-01-03T00:00:00Z' },
    { uuid: id.system(4), name: 'Ukendt', scope: 'Local', organisation: id.org(2) },
  ],
  usages: [
    {
      uuid: id.usage(1),
      system: id.system(1),
      lastModified: '2026-02-01T10:00:00.1000000Z',
      roles: [{ user: id.user(1), role: id.role(1) }],
    },
    { uuid: id.usage(3), system: id.system(3), lastModified: '2026-02-01T10:00:00Z' },
    { uuid: id.usage(2), system: id.system(1), organisation: id.org(2), lastModified: '2026-02-02T00:00:00Z' },
  ],
  ...changes,
});

export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

/** A simulator that is closed at the end of the block, with what one asks it: logged in, as text, as JSON, by the back door. */
export const runKitos = async (options: KitosSimulatorOptions = {}) => {
  const kitos: KitosSimulator = await startKitosSimulator({ dataset: smallTown(), now: NOON, ...options });
  const send = async (path: string, init: RequestInit = {}): Promise<Reply> => {
    const response = await fetch(kitos.url + path, { redirect: 'manual', ...init });
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
  };
  const login = async (changes: object = {}, headers: Record<string, string> = {}): Promise<Reply> => {
    const { email, password } = DEFAULT_KITOS_ACCOUNT;
    return await send('/api/authorize/GetToken', { method: 'POST', body: JSON.stringify({ email, password, ...changes }), headers });
  };
  const token = String(JSON.parse((await login()).text).response.token);
  const authorised = { authorization: `Bearer ${token}` };
  const ask = (path: string): Promise<Reply> => send(`/api/v2/${path}`, { headers: authorised });
  const see = async <Seen = unknown>(path: string): Promise<Seen> => {
    const reply = await ask(path);
    if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
    return JSON.parse(reply.text);
  };
  return { kitos, send, login, ask, see, token, authorised, [Symbol.asyncDispose]: () => kitos.close() };
};

export const uuidsOf = (rows: readonly { readonly uuid: string }[]): string[] => rows.map(({ uuid }) => uuid);
