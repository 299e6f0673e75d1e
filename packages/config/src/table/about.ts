import { z } from 'zod';

/** Where a setting is described. */
export type Source = 'seed' | 'sync rules' | 'os2bridge';

/** What people must know about one setting. Validation, docs/settings.md and settings.example.json all come from the row that holds this. */
export interface About {
  /** What may be written there, in words. */
  readonly type: string;
  readonly meaning: string;
  readonly source: Source;
  /** What settings.example.json shows; absent = the key is left out of the example. */
  readonly example?: unknown;
  /** secret: the value is never shown · credentials: an address that may hold a password, shown without it. Both can come from a file (`…_FILE`). */
  readonly confidential?: 'secret' | 'credentials';
  /** The empty text is a value of its own and does not mean "not set". */
  readonly emptyIsValue?: true;
  /** The environment variable holds JSON text. */
  readonly json?: true;
}

/** A row of the table: what is said about the setting, and whether it must be given. `default` is as a user would write it. */
export interface Row extends About {
  readonly presence: 'required' | 'optional' | 'default';
  readonly default?: unknown;
}

/** What is known about each schema of the table. */
export const rows = z.registry<Row>();

/** A setting that must be given. */
export const required = <S extends z.ZodType>(schema: S, about: About): S => {
  rows.add(schema, { ...about, presence: 'required' });
  return schema;
};

/** A setting whose absence has a meaning of its own. */
export const optional = <S extends z.ZodType>(schema: S, about: About): z.ZodOptional<S> => {
  const row = z.optional(schema);
  rows.add(row, { ...about, presence: 'optional' });
  return row;
};

/** A setting with a default, which is written and checked like a user's value. */
export const withDefault = <S extends z.ZodType>(schema: S, value: z.input<S> & ({} | null), about: About): z.ZodPrefault<S> => {
  const row = z.prefault(schema, value);
  rows.add(row, { ...about, presence: 'default', default: value });
  return row;
};
