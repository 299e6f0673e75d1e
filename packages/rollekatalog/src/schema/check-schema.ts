import { sql, type Kysely } from 'kysely';
import { RollekatalogError } from '../database/rollekatalog-error.ts';
import type { Tables } from '../database/tables.ts';
import { expectedOwnSchema, expectedSchema } from './expected-schema.ts';
import { schemaProblems, type FoundColumn } from './schema-problems.ts';

interface Row extends FoundColumn {
  readonly characterSet: string | null;
}

/** What the store has to know of the schema it met. */
export interface SchemaFacts {
  /** Of kitos_it_system.name and kitos_it_system_user.name: Rollekatalog takes what the server had as its default. */
  readonly characterSet: string;
}

const SHOWN = 3;

/**
 * Looks whether the tables are those of Rollekatalog 2026r3 and whether our own is there. Throws RollekatalogError `rollekatalog-schema` (pause) with one
 * line that names the first differences. A login sees only columns it has a right to, so a missing right looks like a missing column.
 */
export const checkSchema = async (db: Kysely<Tables>, ownDatabase: string): Promise<SchemaFacts> => {
  const found = await columnsOf(db, sql<string>`database()`);
  const problems = schemaProblems(expectedSchema, found);
  if (problems.length > 0) {
    const older =
      problems[0]?.startsWith('table it_system_system_owner') === true && found.length > 0
        ? ' (it came with 2026r3: is this an older release?)'
        : '';
    throw refusal(
      `OS2rollekatalog's database is not as the bridge knows it from 2026r3: ${listed(problems)}${older}. It may also be that the login lacks a right (deploy/rollekatalog-grants.sql)`,
    );
  }
  const own = schemaProblems(expectedOwnSchema, await columnsOf(db, sql<string>`${ownDatabase}`));
  if (own.length > 0)
    throw refusal(`The bridge's own database ${ownDatabase} is not ready: ${listed(own)}. Run deploy/rollekatalog-grants.sql`);
  const characterSet = found.find(({ table, column }) => table === 'kitos_it_system_user' && column === 'name')?.characterSet;
  return { characterSet: characterSet ?? 'utf8mb4' };
};

const columnsOf = async (db: Kysely<Tables>, database: ReturnType<typeof sql<string>>): Promise<readonly Row[]> => {
  const { rows } =
    await sql<Row>`select table_name as \`table\`, column_name as \`column\`, column_type as type, character_set_name as characterSet
    from information_schema.columns where table_schema = ${database}`.execute(db);
  return rows;
};

const refusal = (message: string): RollekatalogError => new RollekatalogError('rollekatalog-schema', message, { fate: 'pause' });

const listed = (problems: readonly string[]): string => {
  const shown = problems.slice(0, SHOWN).join(', ');
  return problems.length > SHOWN ? `${shown} and ${problems.length - SHOWN} more` : shown;
};
