import type { ExpectedColumns } from './expected-schema.ts';

/** A column as `information_schema.columns` tells of it. */
export interface FoundColumn {
  readonly table: string;
  readonly column: string;
  /** E.g. `bigint(20)`. */
  readonly type: string;
}

/** What of the expected tables and columns is missing or of another type, each in a few words; empty = all is well. */
export const schemaProblems = (expected: Readonly<Record<string, ExpectedColumns>>, found: readonly FoundColumn[]): readonly string[] => {
  const types = new Map(found.map(({ table, column, type }) => [`${table}.${column}`, type]));
  const tables = new Set(found.map(({ table }) => table));
  return Object.entries(expected).flatMap(([table, columns]) => {
    if (!tables.has(table)) return [`table ${table} is missing`];
    return Object.entries(columns).flatMap(([column, wanted]) => {
      const type = types.get(`${table}.${column}`);
      if (type === undefined) return [`column ${table}.${column} is missing`];
      return fits(type, wanted) ? [] : [`column ${table}.${column} is ${type} instead of ${wanted}`];
    });
  });
};

const fits = (type: string, wanted: string): boolean => {
  if (wanted === 'any') return true;
  const [name, length] = parts(type);
  const [wantedName, wantedLength] = parts(wanted);
  if (wantedName === 'text') return name.endsWith('text');
  if (name !== wantedName) return false;
  return wantedName === 'varchar' ? length >= wantedLength : wantedLength === 0 || length === wantedLength;
};

/** `varchar(36)` → varchar, 36; without a length 0. */
const parts = (type: string): readonly [string, number] => {
  const [, name = '', length = '0'] = /^(\w+)(?:\((\d+)\))?/u.exec(type.toLowerCase()) ?? [];
  return [name, Number(length)];
};
