import type { RedisSettings } from '@os2bridge/config';
import { createLogger, type Logger } from '@os2bridge/logging';
import { PassThrough } from 'node:stream';

export const settingsOf = (url: string, more: Partial<RedisSettings> = {}): RedisSettings => ({
  url,
  mode: 'single',
  sentinelName: null,
  verifyTls: true,
  prefix: '{os2bridge}',
  ...more,
});

/** A real logger, and the lines it has written so far as `level message`. */
export const listeningLogger = (): { readonly logger: Logger; readonly lines: string[] } => {
  const lines: string[] = [];
  const stream = new PassThrough();
  stream.on('data', (line: Buffer) => {
    const { level, message } = JSON.parse(line.toString());
    lines.push(`${level} ${message}`);
  });
  return { logger: createLogger({ level: 10, file: null, stream }), lines };
};
