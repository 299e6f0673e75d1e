/** The service account that the simulated Kitos knows; every other e-mail is unknown. */
export interface KitosAccount {
  readonly email: string;
  readonly password: string;
  /** The flag without which nobody gets a token, and with which only tokens count. Read anew at each request. */
  readonly apiAccess: boolean;
  /** Rights holder somewhere: refused everywhere. */
  readonly rightsHolder: boolean;
  /** Sees everything. */
  readonly globalAdmin: boolean;
  /** Where the account has a role; null = in the home organisation (the first municipality). */
  readonly organisations: readonly string[] | null;
}

export const DEFAULT_ACCOUNT: KitosAccount = {
  email: 'kitos-api@kommune.example',
  password: 'hemmelig-æøå-1',
  apiAccess: true,
  rightsHolder: false,
  globalAdmin: false,
  organisations: null,
};
