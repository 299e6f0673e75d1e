/**
 * OS2sync's feature switches (facts/os2sync.md §2.4). Here everything is on by default, unlike the real server's defaults: an ignored
 * field would hide a client that clears what it does not own.
 */
export interface Os2syncSwitches {
  /** ContactForTasks and ContactPlaces are ignored, what FK has stays. Real default: true. */
  readonly disableHenvendelsessteder: boolean;
  /** PayoutUnitUuid likewise. Real default: true. */
  readonly disableUdbetalingsenheder: boolean;
  /** Tasks of an existing unit stay as they are. Real default: false. */
  readonly disableOpgaver: boolean;
  /** SOR of an existing unit stays as it is. Real default: true. */
  readonly ignoreSor: boolean;
}

export const ALL_FEATURES: Os2syncSwitches = {
  disableHenvendelsessteder: false,
  disableUdbetalingsenheder: false,
  disableOpgaver: false,
  ignoreSor: false,
};
