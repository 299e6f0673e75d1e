import type { UserRow } from './queue-row.ts';

/**
 * What OS2sync compares with the newest success row of the same uuid to skip an unchanged user (facts/os2sync.md §3.3): null and ""
 * differ, positions are a set, ShortKey does not count.
 */
export const comparable = (row: UserRow): string => {
  const user = row.registration;
  const positions = (user?.Positions ?? [])
    .map((one) => JSON.stringify([one.Name, one.OrgUnitUuid, one.StartDate, one.StopDate]))
    .toSorted();
  return JSON.stringify([
    row.operation,
    row.cvr,
    row.uuid,
    user?.UserId,
    user?.PhoneNumber,
    user?.Landline,
    user?.Email,
    user?.RacfID,
    user?.Location,
    user?.FMKID,
    user?.IsRobot,
    user?.Person.Name,
    user?.Person.Cpr,
    user?.Person.Uuid,
    [...new Set(positions)],
  ]);
};
