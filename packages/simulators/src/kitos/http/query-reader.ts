import { parseTicks, type Ticks } from '../time/ticks.ts';
import type { ModelState } from './refusals.ts';

/** Query parameters as ASP.NET binds them: names in any case, unknown ones passed over, unreadable ones noted and left out. */
export interface QueryReader {
  text(name: string): string | null;
  uuid(name: string): string | null;
  time(name: string): Ticks | null;
  flag(name: string): boolean;
  int(name: string): number | null;
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null;
  note(key: string, mistake: string): void;
  readonly mistakes: ModelState;
}

const UUID = /^\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i;
const EMPTY_UUID = '00000000-0000-0000-0000-000000000000';

export const createQueryReader = (query: URLSearchParams): QueryReader => {
  const values = new Map([...query].map(([name, value]) => [name.toLowerCase(), value]));
  const mistakes: Record<string, string[]> = {};
  const note = (key: string, mistake: string): void => void (mistakes[key] ??= []).push(mistake);
  const read = <Value>(name: string, parse: (value: string) => Value | null): Value | null => {
    const value = values.get(name.toLowerCase());
    if (value === undefined || value === '') return null;
    const parsed = parse(value);
    if (parsed === null) note(name, `The value '${value}' is not valid.`);
    return parsed;
  };
  return {
    text: (name) => read(name, (value) => value),
    uuid: (name) => read(name, (value) => (UUID.test(value) && value !== EMPTY_UUID ? value.toLowerCase() : null)),
    time: (name) => read(name, parseTicks),
    flag: (name) => read(name, (value) => (/^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : null)) ?? false,
    int: (name) => read(name, (value) => (/^-?\d{1,9}$/.test(value) ? Number(value) : null)),
    choice: (name, choices) => read(name, (value) => choices.find((choice) => choice.toLowerCase() === value.toLowerCase()) ?? null),
    note,
    mistakes,
  };
};
