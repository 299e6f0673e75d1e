import type { Logger } from '@os2bridge/logging';

/** What the reader says besides its answers: each request at debug, an outage of the address register as a warning. */
export type MoLogger = Pick<Logger, 'debug' | 'warn'>;
