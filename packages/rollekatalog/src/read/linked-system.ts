/** An IT system of Rollekatalog (deleted=0) that is linked to a row of kitos_it_system, with what hangs on the link. */
export interface LinkedSystem {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rowId: number;
  /** uuids of users, like `responsibles` (who is asked to attest). */
  readonly owners: readonly string[];
  readonly responsibles: readonly string[];
  /** The collection attestations refer to; null = there is none yet. A uuid can stand in it twice. */
  readonly collection: { readonly id: number; readonly uuids: readonly string[] } | null;
}
