import { createAsk } from './http/ask.ts';
import { createKitosHttp } from './http/kitos-http.ts';
import { createSender, type KitosLogger } from './http/sender.ts';
import type { KitosClient } from './kitos-client.ts';
import type { KitosSettings } from './kitos-settings.ts';
import { createLogin } from './login/create-login.ts';
import { readDeletions } from './read/deletions.ts';
import type { ListOptions } from './read/list-options.ts';
import { readOrganisation } from './read/organisation.ts';
import type { Paging } from './read/pages.ts';
import { readSystems, readSystemsForDropdown } from './read/systems.ts';
import { readUsage, readUsages } from './read/usages.ts';
import { readUsageRoleTypes } from './read/usage-role-types.ts';
import { readUsers } from './read/users.ts';

export interface KitosClientOptions {
  readonly settings: KitosSettings;
  readonly logger: KitosLogger;
  /** For tests: a clock in milliseconds that only has to run steadily. Default: the machine's monotonic one. */
  readonly now?: () => number;
}

/** Kitos refuses more than 250 on some lists and takes anything on others (facts/kitos.md §2.0). */
const MOST_PER_PAGE = 250;

/** A client for one Kitos. It holds a token and idle connections at most, and needs no closing. Throws RangeError for an impossible page size. */
export const createKitosClient = ({ settings, logger, now = () => performance.now() }: KitosClientOptions): KitosClient => {
  const pageSize = settings.pageSize ?? MOST_PER_PAGE;
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > MOST_PER_PAGE)
    throw new RangeError(`Kitos takes 1 to ${MOST_PER_PAGE} rows per page, not ${pageSize}.`);
  let requests = 0;
  const send = createSender(
    createKitosHttp(settings, () => void (requests += 1)),
    logger,
  );
  const ask = createAsk(send, createLogin(settings, send, now));
  const paging = ({ signal }: ListOptions): Paging => ({ ask, pageSize, signal });

  return {
    organisation: (cvr, options = {}) => readOrganisation(paging(options), cvr),
    usageRoleTypes: (organisation, options = {}) => readUsageRoleTypes(ask, organisation, options),
    usages: (organisation, options = {}) => readUsages(paging(options), organisation, options.changedSince),
    usage: (usage, options = {}) => readUsage(ask, usage, options),
    users: (organisation, options = {}) => readUsers(paging(options), organisation),
    systems: (organisation, options = {}) => readSystems(paging(options), organisation, options.changedSince),
    systemsForDropdown: (organisation, options = {}) => readSystemsForDropdown(paging(options), organisation),
    deletedEntities: (type, since, options = {}) => readDeletions(paging(options), type, since),
    get requests() {
      return requests;
    },
  };
};
