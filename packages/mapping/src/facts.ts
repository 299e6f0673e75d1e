import type { MoAddress, MoEngagement, MoItAccount, MoKle, MoManager, MoPerson, MoUnit, Uuid } from '@os2bridge/model';

/** One unit valid now with everything hanging on it. `managerAccounts` = the it accounts of the managers' persons. */
export interface OrgUnitFacts {
  readonly unit: MoUnit;
  readonly accounts: readonly MoItAccount[];
  readonly addresses: readonly MoAddress[];
  readonly managers: readonly MoManager[];
  readonly managerAccounts: readonly MoItAccount[];
  /** Engagements of the managers' persons valid now or later; absent = not read, all count. Tells apart the accounts of a job that has ended. */
  readonly managerEngagements?: readonly Uuid[];
  readonly kles: readonly MoKle[];
}

/** One person with everything hanging on it. `unitAddresses` = addresses of the units of the engagements (only read when Location needs them). */
export interface EmployeeFacts {
  readonly person: MoPerson;
  readonly engagements: readonly MoEngagement[];
  readonly accounts: readonly MoItAccount[];
  readonly addresses: readonly MoAddress[];
  readonly unitAddresses: readonly MoAddress[];
}
