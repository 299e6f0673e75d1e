import { BridgeError } from '@os2bridge/model';

/** One mistake in the settings: the key as the user writes it, what is there (never a secret) and what is expected. */
export interface SettingsMistake {
  readonly key: string;
  readonly problem: string;
}

/** The settings cannot be used. One line per mistake; exit code 2. */
export class SettingsError extends BridgeError {
  override readonly name = 'SettingsError';
  readonly mistakes: readonly SettingsMistake[];

  constructor(mistakes: readonly SettingsMistake[]) {
    super('settings', mistakes.map(({ key, problem }) => `${key}: ${problem}`).join('\n'), { fate: 'pause' });
    this.mistakes = mistakes;
  }
}
