import type { UsageRow } from '../tables/kitos-tables.ts';

/** Worked out at each reading, from today's UTC date, the life cycle and the main contract (facts/kitos.md §4). */
export const validityOf = ({ validFrom, validTo, lifeCycleStatus, mainContractActive }: UsageRow, nowMs: number) => {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const inPeriod = (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo);
  const inUse = lifeCycleStatus !== 'NotInUse';
  const contracted = mainContractActive ?? true;
  const atMidnight = (date: string | null): string | null => (date === null ? null : `${date}T00:00:00Z`);
  return {
    valid: inPeriod && inUse && contracted,
    validAccordingToValidityPeriod: inPeriod,
    validAccordingToLifeCycle: inUse,
    validAccordingToMainContract: contracted,
    lifeCycleStatus,
    validFrom: atMidnight(validFrom),
    validTo: atMidnight(validTo),
  };
};
