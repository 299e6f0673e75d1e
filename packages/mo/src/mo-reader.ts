import type { MoAddress, MoClass, MoEngagement, MoItAccount, MoItSystem, MoKle, MoManager, MoPerson, MoUnit, Uuid } from '@os2bridge/model';

/**
 * Reads OS2MO. Every method either gives everything it was asked for or throws (BridgeError): a failed or partial read is never an absence.
 * A uuid that MO does not hold (now) is simply not in the answer. Any number of uuids may be asked for; requests are split and kept few.
 */
export interface MoReader {
  /** All units valid now, in and outside the tree, page by page in ascending uuid order. */
  unitPages(signal?: AbortSignal): AsyncIterable<readonly MoUnit[]>;
  /** All persons, page by page in ascending uuid order. Persons never end in MO. */
  personPages(signal?: AbortSignal): AsyncIterable<readonly MoPerson[]>;
  /** Those units and all their ancestors, valid now. */
  unitsWithAncestors(units: readonly Uuid[]): Promise<readonly MoUnit[]>;
  /** Which of these uuids are, were or will be a unit. */
  unitsKnown(units: readonly Uuid[]): Promise<ReadonlySet<Uuid>>;
  persons(persons: readonly Uuid[]): Promise<readonly MoPerson[]>;
  /** Engagements valid now or later. */
  engagements(persons: readonly Uuid[]): Promise<readonly MoEngagement[]>;
  unitAccounts(units: readonly Uuid[]): Promise<readonly MoItAccount[]>;
  /** Every unit account valid now, in one walk. */
  allUnitAccounts(): Promise<readonly MoItAccount[]>;
  personAccounts(persons: readonly Uuid[]): Promise<readonly MoItAccount[]>;
  /** Accounts of persons and units whose user key is one of these values (as written, lower and upper case) in one of these it systems. */
  accountsByUserKey(values: readonly string[], systems: readonly Uuid[]): Promise<readonly MoItAccount[]>;
  unitAddresses(units: readonly Uuid[]): Promise<readonly MoAddress[]>;
  /** The text is the stored value: streets (DAR) are not looked up, no rule uses a person's. */
  personAddresses(persons: readonly Uuid[]): Promise<readonly MoAddress[]>;
  managers(units: readonly Uuid[]): Promise<readonly MoManager[]>;
  kles(units: readonly Uuid[]): Promise<readonly MoKle[]>;
  /** Those classes, ended ones with their last known state. */
  classes(classes: readonly Uuid[]): Promise<readonly MoClass[]>;
  /** Every class over all time. */
  allClasses(): Promise<readonly MoClass[]>;
  /** Every it system over all time. */
  itSystems(): Promise<readonly MoItSystem[]>;
  /** Logs in and asks for the version: for `check`. */
  version(): Promise<string>;
  /** Requests sent so far, for summaries and metrics. */
  readonly requests: number;
}
