/**
 * What OS2sync and FK Organisation take, in code points (facts/os2sync.md §2.2, §2.3). FK's limit where it is the tighter one: what only
 * fits OS2sync's table fails unseen after a 200, and a position name of 201–255 characters blocks its user queue for good.
 */
export const OS2SYNC_LIMITS = {
  orgUnitName: 200,
  personName: 100,
  userId: 200,
  address: 200,
  positionName: 200,
  shortKey: 50,
} as const;
