import { rowOf, settingKeys } from '../table/table.ts';

/** settings.example.json, from the table: what most municipalities set. Secrets are empty there, which counts as not set. */
export const renderExample = (): string => {
  const shown = settingKeys.map((key) => [key, rowOf(key).example]).filter(([, example]) => example !== undefined);
  return `${JSON.stringify(Object.fromEntries(shown), null, 2)}\n`;
};
