import { delimiter, join } from 'node:path';
import { isExecutable } from './is-executable.ts';

// Debian puts it in /usr/bin, a build from source in /usr/local/bin; a user's PATH often lacks the sbin folders.
const usualPlaces = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin', '/opt/homebrew/bin'];

/** The absolute path of redis-server. Throws when there is none, and says what installs it. */
export const findRedisServer = (): string => {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...usualPlaces].filter((folder) => folder !== '');
  const found = folders.map((folder) => join(folder, 'redis-server')).find(isExecutable);
  if (found === undefined) throw new Error('redis-server is not installed: run `npm run setup`, or `apt-get install redis-server`');
  return found;
};
