import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const besideTheCheckout = resolve(import.meta.dirname, '../../../../shared');

/** The folder `shared` beside the checkout (recordings, SDLs, scenarios), or null: contract tests skip themselves without it. */
export const sharedFolder = (): string | null => (existsSync(resolve(besideTheCheckout, 'README.md')) ? besideTheCheckout : null);
