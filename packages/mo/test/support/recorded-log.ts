import type { MoLogger } from '../../src/mo-logger.ts';

export interface RecordedLog extends MoLogger {
  readonly lines: { readonly level: 'debug' | 'warn'; readonly message: string; readonly fields: unknown }[];
}

/** A logger that keeps what it is told. */
export const recordedLog = (): RecordedLog => {
  const lines: RecordedLog['lines'] = [];
  return {
    lines,
    debug: (message, fields) => lines.push({ level: 'debug', message, fields }),
    warn: (message, fields) => lines.push({ level: 'warn', message, fields }),
  };
};
