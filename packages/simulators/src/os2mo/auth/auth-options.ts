/** A client of the built-in Keycloak. */
export interface Os2moClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The fine-grained roles in its tokens (`read_org_unit` …); default: all of them. The word `admin` grants nothing. */
  readonly roles?: readonly string[];
  /** The `uuid` claim: actor and owner of listeners; default: OS2MO's actor for a token without one. */
  readonly uuid?: string;
}

/** Who gets in. `off` = everybody, with every right. */
export type Os2moAuth =
  | 'off'
  | {
      /** Header `session: <this>` gives every right. */
      readonly session?: string;
      readonly clients?: readonly Os2moClient[];
      /** Lifetime of a token, seconds; default 300, Keycloak's own. May be a fraction in tests. */
      readonly tokenLifetimeSeconds?: number;
    };
