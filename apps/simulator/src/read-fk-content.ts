import type { FkSeed } from '@os2bridge/simulators';
import { describeMistakes, mistakesIn } from './describe-mistakes.ts';
import { readJsonFile } from './read-json-file.ts';
import { UsageError } from './usage-error.ts';

const isList = (value: unknown): value is readonly unknown[] | undefined => value === undefined || Array.isArray(value);

/** A file with registrations as OS2sync takes them. Throws UsageError when it is missing, is not JSON, or holds no such lists. */
export const readFkContent = (path: string): FkSeed => {
  const content = readJsonFile(path);
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new UsageError(`${path}: expected an object with orgunits and users.`);
  const { orgunits, users }: { orgunits?: unknown; users?: unknown } = content;
  if (!isList(orgunits) || !isList(users)) throw new UsageError(`${path}: orgunits and users must be lists.`);
  return { ...(orgunits === undefined ? {} : { orgunits }), ...(users === undefined ? {} : { users }) };
};

/** Runs `start`; a registration of that file which the simulator refuses becomes a UsageError with the file and the place. */
export const explainingFk = async <T>(path: string | undefined, start: () => Promise<T>): Promise<T> => {
  try {
    return await start();
  } catch (error) {
    const mistakes = mistakesIn(error);
    if (path === undefined || mistakes === null) throw error;
    throw new UsageError(describeMistakes(path, mistakes), { cause: error });
  }
};
