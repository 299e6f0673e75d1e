import { userInfo } from 'node:os';

/** The login of whoever types, for the run's record: through sudo the one behind it. */
export const requestedBy = (env: NodeJS.ProcessEnv): string => {
  const name = env['SUDO_USER'] ?? env['USER'] ?? env['LOGNAME'];
  if (name !== undefined && name !== '') return name;
  try {
    return userInfo().username;
  } catch {
    // In a container the user id may have no name.
    return 'cli';
  }
};
