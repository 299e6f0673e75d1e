import type { KitosError } from '../kitos-error.ts';

/** Who we are to Kitos. */
export interface Login {
  /** A token; not `rejected`, which Kitos has just refused. Throws `kitos-login` (pause), or what a request can fail with. */
  token(rejected?: string): Promise<string>;
  /** Kitos refused a new token as well: nobody logs in for a while. The error to throw. */
  refused(token: string): KitosError;
}
