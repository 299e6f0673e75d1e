import type { MoSettings } from '@os2bridge/config';
import { createAsk } from './graphql/ask.ts';
import { readFor } from './graphql/read-for.ts';
import { readSingle } from './graphql/read-single.ts';
import { walk } from './graphql/walk.ts';
import { createPoster } from './http/http-post.ts';
import { createLogin } from './login/create-login.ts';
import type { MoLogger } from './mo-logger.ts';
import type { MoReader } from './mo-reader.ts';
import { personAddressesQuery, unitAddressesQuery } from './queries/address-queries.ts';
import { managersQuery } from './queries/managers-query.ts';
import { allPersonsQuery, personsQuery } from './queries/person-queries.ts';
import { versionData, versionQuery } from './queries/version-query.ts';
import { createAccountReads } from './reads/account-reads.ts';
import { createClassReads } from './reads/class-reads.ts';
import type { MoContext } from './reads/mo-context.ts';
import { readAddresses } from './reads/read-addresses.ts';
import { readEngagements } from './reads/read-engagements.ts';
import { readKles } from './reads/read-kles.ts';
import { createUnitReads } from './reads/unit-reads.ts';

export interface MoReaderOptions {
  readonly settings: MoSettings;
  readonly logger: MoLogger;
  /** For tests; default the clock. Decides what "from now on" and "ended" mean. */
  readonly now?: () => Date;
}

/**
 * A reader of one OS2MO. Holds no connection of its own that would need closing. Its methods throw BridgeError with code `mo-down`, `mo-answer`
 * (both: later), `mo-login`, `mo-role` or `mo-query` (pause), or the reason of the signal that stopped them.
 */
export const createMoReader = ({ settings, logger, now = () => new Date() }: MoReaderOptions): MoReader => {
  const { verifyTls, timeoutMs, pageSize, graphqlVersion } = settings;
  let requests = 0;
  const post = createPoster({ verifyTls, timeoutMs, onSend: () => (requests += 1) });
  const login = createLogin(settings.login, createPoster({ verifyTls, timeoutMs }));
  const mo: MoContext = { ask: createAsk(settings, post, login, logger), pageSize, graphqlVersion, now, logger };
  const classes = createClassReads(mo);

  return {
    ...createUnitReads(mo),
    ...createAccountReads(mo),
    ...classes,
    personPages: (signal) => walk(mo.ask, allPersonsQuery, { pageSize, signal }),
    persons: async (persons) => await readFor(mo.ask, personsQuery, persons, pageSize),
    engagements: async (persons) => await readEngagements(mo, persons),
    unitAddresses: async (units) => await readAddresses(mo, unitAddressesQuery, units, classes.classes, true),
    // No rule uses a person's street (sync-rules §1.4), and a look-up may take MO 12 s when the register is away.
    personAddresses: async (persons) => await readAddresses(mo, personAddressesQuery, persons, classes.classes, false),
    managers: async (units) => await readFor(mo.ask, managersQuery, units, pageSize),
    kles: async (units) => await readKles(mo, units),
    version: async () => (await readSingle(mo.ask, versionQuery, versionData)).version.mo_version ?? 'unknown',
    get requests() {
      return requests;
    },
  };
};
