import { environmentName, fileVariableOf, SETTINGS_VARIABLE } from '../names.ts';
import type { Source } from '../table/about.ts';
import { rowOf, settingKeys, type SettingKey } from '../table/table.ts';

const AREAS: readonly { readonly title: string; readonly has: (key: string) => boolean }[] = [
  { title: 'Shared with other programs', has: (key) => /^(municipality|crontab)\./.test(key) },
  { title: 'OS2MO', has: (key) => key.startsWith('mora.') },
  { title: 'OS2sync', has: (key) => /^os2sync[._]/.test(key) },
  { title: 'The bridge itself', has: (key) => key.startsWith('os2bridge.') },
  { title: 'Redis', has: (key) => key.startsWith('redis.') },
];

const SOURCES: Readonly<Record<Source, string>> = { seed: 'seed', 'sync rules': 'rules', os2bridge: 'bridge' };

/** docs/settings.md, from the table. */
export const renderTable = (): string => `${[INTRODUCTION, ...AREAS.map(renderArea)].join('\n\n')}\n`;

const INTRODUCTION = `# Settings

<!-- Generated from packages/config/src/table by \`node scripts/settings-table.ts\`. Do not edit. -->

Settings come from a JSON file with one flat object, \`{"key": value, …}\`, and from the environment. The file is the one that \`${SETTINGS_VARIABLE}\`
names, else \`settings.json\` in the folder where the program starts, if there is one. \`settings.example.json\` is a beginning.

- **Environment.** Each setting can be given as the environment variable in its row, and then the file's value does not count. Lists and objects
  are JSON text there (\`OS2SYNC_IGNORED_UNIT_TYPES='["…"]'\`). A setting with *or a file* can also be read from a file whose path stands in the variable
  with \`_FILE\` behind its name, as for Docker secrets.
- **Not set.** A key that is absent, \`null\` or an empty text is not set. The exception is \`os2sync.hash_cache\`, where the empty text has a meaning.
- **Spelling.** Keys that begin with \`os2sync\` may be written with dots or underscores: \`os2sync.uuid_from_it_systems\` is \`os2sync_uuid_from_it_systems\`.
- **Mistakes.** A program that finds one says what is wrong, one line for each, and ends with exit code 2. A key of ours that does not exist is a mistake
  too; keys of other programs in the same file are passed over. Environment variables that begin with \`OS2SYNC_\` or \`OS2BRIDGE_\` and mean
  nothing are mistakes as well, but for those that Kubernetes sets for a service called \`os2sync\`.
- **Secrets** are never printed: \`os2bridge check\` says only whether they are set.

The last column says where a setting comes from: *seed* is OS2MO's own document about its integration to OS2Sync, *rules* the rules of the sync,
*bridge* is new here.`;

const renderArea = ({ title, has }: (typeof AREAS)[number]): string => {
  const head = '| Setting | Environment variable | Type | Default | Meaning | From |\n|---|---|---|---|---|---|';
  return [`## ${title}`, '', head, ...settingKeys.filter(has).map(renderRow)].join('\n');
};

const renderRow = (key: SettingKey): string => {
  const row = rowOf(key);
  const variable = `\`${environmentName(key)}\`${fileVariableOf(key) === null ? '' : ' or a file'}`;
  const type = row.confidential === 'secret' ? `${row.type} (secret)` : row.type;
  const byDefault = { required: '**required**', optional: 'not set', default: `\`${JSON.stringify(row.default)}\`` }[row.presence];
  return `| ${[`\`${key}\``, variable, type, byDefault, row.meaning, SOURCES[row.source]].map(escape).join(' | ')} |`;
};

const escape = (cell: string): string => cell.replaceAll('|', String.raw`\|`);
