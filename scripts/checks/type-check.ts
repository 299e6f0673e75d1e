import { withPnpm } from '../setup/project.mjs';
import type { Check } from './check.ts';

/**
 * tsc over all packages and apps as one program; turbo skips it when nothing changed since it was last content. turbo starts scripts
 * through pnpm, which it wants on the PATH.
 */
export const typeCheck: Check = {
  title: 'types (tsc)',
  command: [...withPnpm(), 'turbo', 'run', 'typecheck', '--filter=//', '--ui=stream', '--output-logs=errors-only', '--log-order=grouped'],
  env: { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' },
};
