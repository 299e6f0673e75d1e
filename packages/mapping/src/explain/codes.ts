/** Why a unit is transferred (sync-rules §1.1, rows 1, 4 and 8). */
export const TRANSFER_REASONS = ['top-unit', 'uuid-account', 'in-scope'] as const;
/** Why a unit is not transferred (sync-rules §1.1, rows 2, 3, 5, 6 and 7). */
export const SCOPE_REASONS = ['terminated', 'outside-tree', 'filtered', 'hierarchy', 'ignored-level', 'ignored-type'] as const;
/** Why an FK user is or is not transferred (sync-rules §1.4). */
export const USER_REASONS = ['has-position', 'no-position', 'no-user-key'] as const;
/** Why the rules cannot tell; the decision is `error`. */
export const ERROR_REASONS = [
  'parent-cycle',
  'parent-unknown',
  'invalid-fk-uuid',
  'ambiguous-fk-uuid',
  'duplicate-fk-uuid',
  'no-name',
  'no-position-name',
  'template-error',
  'unknown-class',
  'unknown-it-system',
] as const;
/** Why something is deleted though no decision speaks of it; given by the plan, not by the rules. */
export const DELETION_REASONS = ['fk-uuid-changed', 'autowash', 'deletion-refused'] as const;

export type ErrorReason = (typeof ERROR_REASONS)[number];
export type ReasonCode =
  | (typeof TRANSFER_REASONS)[number]
  | (typeof SCOPE_REASONS)[number]
  | (typeof USER_REASONS)[number]
  | ErrorReason
  | (typeof DELETION_REASONS)[number];

/** Things an operator should know though they stop nothing. */
export const REPORT_CODES = [
  'cut',
  'control-characters',
  'ended-class',
  'ended-it-system',
  'address-lookup-failed',
  'kle-without-number',
  'kle-without-aspect',
  'several-managers',
  'ambiguous-accounts',
  'several-user-keys',
  'several-primary',
  'no-cpr',
  'invalid-cpr',
] as const;
export type ReportCode = (typeof REPORT_CODES)[number];
