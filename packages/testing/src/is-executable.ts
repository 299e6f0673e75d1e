import { accessSync, constants } from 'node:fs';

/** Whether this user may run the file. A missing one: no. */
export const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
