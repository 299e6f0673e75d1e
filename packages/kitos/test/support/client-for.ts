import { DEFAULT_KITOS_ACCOUNT, startKitosSimulator, type KitosSimulator, type KitosSimulatorOptions } from '@os2bridge/simulators';
import { createKitosClient, type KitosClient, type KitosSettings } from '../../src/index.ts';
import { smallKitos } from './small-kitos.ts';

export const settingsFor = (baseUrl: string, changes: Partial<KitosSettings> = {}): KitosSettings => ({
  baseUrl,
  email: DEFAULT_KITOS_ACCOUNT.email,
  password: DEFAULT_KITOS_ACCOUNT.password,
  verifyTls: true,
  timeoutMs: 10_000,
  ...changes,
});

interface ClientChanges extends Partial<KitosSettings> {
  readonly now?: () => number;
  readonly log?: (message: string, fields?: unknown) => void;
}

export const clientFor = (url: string, { now, log = () => undefined, ...changes }: ClientChanges = {}): KitosClient =>
  createKitosClient({ settings: settingsFor(url, changes), logger: { debug: log }, ...(now && { now }) });

/** A simulator that is closed at the end of the block, and a client for it. */
export const runKitos = async (
  options: KitosSimulatorOptions = {},
  client: ClientChanges = {},
): Promise<{ readonly kitos: KitosSimulator; readonly client: KitosClient; [Symbol.asyncDispose](): Promise<void> }> => {
  const kitos = await startKitosSimulator({ dataset: smallKitos(), ...options });
  return { kitos, client: clientFor(kitos.url, client), [Symbol.asyncDispose]: () => kitos.close() };
};
