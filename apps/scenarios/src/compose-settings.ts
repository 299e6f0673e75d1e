/** Where a scenario's municipality is to be found. */
export interface Places {
  readonly moUrl: string;
  readonly os2syncUrl: string;
  readonly redisUrl: string;
}

export const SCENARIO_CVR = '99999999';

/** The settings.json of a scenario: what every municipality must have, and on top what the scenario says, also where it is wrong. */
export const composeSettings = (
  own: Readonly<Record<string, unknown>>,
  { moUrl, os2syncUrl, redisUrl }: Places,
): Record<string, unknown> => ({
  'municipality.cvr': SCENARIO_CVR,
  'mora.base': moUrl,
  'os2sync.api_url': `${os2syncUrl}/api`,
  'os2bridge.hash_key': 'scenario-hash-key-0123456789abcdef',
  'redis.url': redisUrl,
  ...own,
});
