/** Writes docs/settings.md and settings.example.json from the table of settings: `node scripts/settings-table.ts`. */
import { writeFileSync } from 'node:fs';
import { renderExample, renderTable } from '../packages/config/src/index.ts';

const root = new URL('../', import.meta.url);
writeFileSync(new URL('docs/settings.md', root), renderTable());
writeFileSync(new URL('settings.example.json', root), renderExample());
