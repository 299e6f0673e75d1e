import { delimiter, join } from 'node:path';
import { isExecutable } from './is-executable.ts';

/** The two programs a MariaDB of one's own needs. */
export interface MariaDbPrograms {
  readonly server: string;
  readonly install: string;
}

// Debian puts the server in /usr/sbin, which is not on the PATH of a user who is not root; Homebrew has both in one folder.
const usualPlaces = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

const searched = (): readonly string[] =>
  [...(process.env['PATH'] ?? '').split(delimiter), ...usualPlaces].filter((folder) => folder !== '');

/** The absolute paths of mariadbd and mariadb-install-db. Throws when one is missing, and says what installs them. */
export const findMariaDb = (folders: readonly string[] = searched()): MariaDbPrograms => {
  const find = (name: string): string => {
    const found = folders.map((folder) => join(folder, name)).find(isExecutable);
    if (found !== undefined) return found;
    throw new Error(`MariaDB is not installed (no ${name}): \`npm test\` installs it, or run \`apt-get install mariadb-server\``);
  };
  return { server: find('mariadbd'), install: find('mariadb-install-db') };
};
