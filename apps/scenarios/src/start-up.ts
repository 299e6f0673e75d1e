import { loadSettings, type Settings, SettingsError } from '@os2bridge/config';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeSettings, type Places, SCENARIO_CVR } from './compose-settings.ts';

/** The settings of a scenario as the bridge reads them, or what it refuses. */
export type StartUp =
  | { readonly kind: 'started'; readonly settings: Settings }
  | { readonly kind: 'refused'; readonly error: SettingsError };

/**
 * Loads a scenario's settings the way an app does: from a settings.json, with no environment. When they are accepted, the addresses and
 * the login are those of our simulators whatever the scenario says, since a scenario may well show the address of a real server.
 */
export const startUp = async (own: Readonly<Record<string, unknown>>, places: Places, folder: string): Promise<StartUp> => {
  const file = join(folder, 'settings.json');
  await writeFile(file, JSON.stringify(composeSettings(own, places)));
  try {
    const settings = loadSettings({ env: { OS2BRIDGE_SETTINGS: file } });
    return {
      kind: 'started',
      settings: {
        ...settings,
        cvr: SCENARIO_CVR,
        mo: { ...settings.mo, baseUrl: places.moUrl, login: { kind: 'none' } },
        os2sync: { ...settings.os2sync, apiUrl: `${places.os2syncUrl}/api`, cvr: SCENARIO_CVR },
      },
    };
  } catch (error) {
    if (error instanceof SettingsError) return { kind: 'refused', error };
    throw error;
  }
};
