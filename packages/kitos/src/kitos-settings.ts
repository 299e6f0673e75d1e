/** How one OS2kitos is reached. */
export interface KitosSettings {
  /** `https://kitos.dk`: the address without `/api`; a trailing slash does not matter. */
  readonly baseUrl: string;
  /** The service account: it needs the flag "API access" and a role in the organisation. */
  readonly email: string;
  readonly password: string;
  readonly verifyTls: boolean;
  readonly timeoutMs: number;
  /** Rows per page, 1–250 (Kitos refuses more); default 250. */
  readonly pageSize?: number;
}
