import { SettingsError } from '@os2bridge/config';
import { describeError } from '@os2bridge/jobs';
import { BridgeError } from '@os2bridge/model';
import { CommanderError } from 'commander';
import { exitCodeOfError } from './exit-code.ts';
import type { Session } from './session.ts';

/**
 * Says what went wrong: one clear line on stderr (a settings error: one per mistake) and with `--json` an object with `error` on stdout.
 * A stack only with OS2BRIDGE_DEBUG: it names files, and the message of a foreign error may hold anything.
 */
export const reportError = (error: unknown, session: Pick<Session, 'note' | 'printJson' | 'env'>): void => {
  // Commander has printed its own already.
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0)
      session.printJson({ error: { code: 'usage', message: error.message.replace(/^error: /, ''), exitCode: exitCodeOfError(error) } });
    return;
  }
  const mistakes = error instanceof SettingsError ? error.mistakes : null;
  const message = describeError(error);
  const code = error instanceof BridgeError ? error.code : 'unexpected';
  if (mistakes) for (const { key, problem } of mistakes) session.note(`os2bridge: ${key}: ${problem}`);
  else session.note(`os2bridge: ${message}${code === 'unexpected' && !debug(session.env) ? ' (OS2BRIDGE_DEBUG=1 shows where)' : ''}`);
  if (debug(session.env) && error instanceof Error) session.note(error.stack ?? error.message);
  session.printJson({ error: { code, message, exitCode: exitCodeOfError(error), ...(mistakes ? { mistakes } : {}) } });
};

const debug = (env: NodeJS.ProcessEnv): boolean => env['OS2BRIDGE_DEBUG'] !== undefined && env['OS2BRIDGE_DEBUG'] !== '';
