import { BridgeError } from '@os2bridge/model';

/** What was typed makes no sense; exit code 2. */
export const usageError = (message: string): BridgeError => new BridgeError('usage', message, { fate: 'never' });
