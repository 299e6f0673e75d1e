/** An account in OS2rollekatalog. One person can have several: several AD accounts, a secondary domain (facts/rollekatalog.md §4). */
export interface RollekatalogUser {
  /** As Rollekatalog writes it, which is what the join tables hold. */
  readonly uuid: string;
  /** The uuid in the source system; two accounts with the same one belong to one person. */
  readonly extUuid: string;
  readonly name: string;
  readonly email: string | null;
  readonly disabled: boolean;
  /** Soft-deleted: such an account never matches. */
  readonly deleted: boolean;
  /** Whether it is in the domain `Administrativt`. */
  readonly inPrimaryDomain: boolean;
}
