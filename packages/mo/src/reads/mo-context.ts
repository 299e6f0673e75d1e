import type { Ask } from '../graphql/ask.ts';
import type { MoLogger } from '../mo-logger.ts';

/** What every read needs. */
export interface MoContext {
  readonly ask: Ask;
  readonly pageSize: number;
  readonly graphqlVersion: number;
  readonly now: () => Date;
  readonly logger: MoLogger;
}
