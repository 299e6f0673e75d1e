export type LoginHeaders = Readonly<Record<string, string>>;

/** Who we are, as request headers. */
export interface Login {
  /**
   * Headers for one request. `rejected` are headers that OS2MO has just refused: then others, or null when there are none.
   * Throws `mo-login` when a token cannot be had.
   */
  headers(rejected?: LoginHeaders): Promise<LoginHeaders | null>;
}
