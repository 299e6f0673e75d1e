import { copenhagenDate } from '@os2bridge/model';
import type { UserPosition } from './user-registration.ts';

/** A position is another one when unit, title or, once a start date is given, a date differs. */
const same = (held: UserPosition, sent: UserPosition): boolean =>
  held.Name === sent.Name &&
  held.OrgUnitUuid === sent.OrgUnitUuid &&
  (sent.StartDate === null || (held.StartDate === sent.StartDate && held.StopDate === sent.StopDate));

/** Without a start date FK takes today, and the stop date is not looked at. */
const opened = (sent: UserPosition): UserPosition =>
  sent.StartDate === null ? { ...sent, StartDate: copenhagenDate(new Date()), StopDate: null } : sent;

/**
 * The positions after a POST: what matches stays, also twice over if FK has it twice; the rest of the old ones end; new ones are made
 * one by one, so exact duplicates in one payload become duplicates in FK (facts/os2sync.md §2.3). In the order sent.
 */
export const mergePositions = (held: readonly UserPosition[], sent: readonly UserPosition[]): UserPosition[] => {
  const kept = new Set<UserPosition>();
  return sent.flatMap((position) => {
    const wanted = { ...position, OrgUnitUuid: position.OrgUnitUuid?.toLowerCase() ?? null };
    const matches = held.filter((one) => same(one, wanted));
    if (matches.length === 0) return [opened(wanted)];
    const fresh = matches.filter((one) => !kept.has(one));
    for (const one of fresh) kept.add(one);
    return fresh;
  });
};
