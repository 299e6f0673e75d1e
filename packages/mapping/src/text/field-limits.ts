/**
 * Longest text per field in FK Organisation, in code points (facts/os2sync.md §2.2, §2.3: AdresseTekst and names 200, a person's name 100).
 * OS2sync's own queue would take 255 and then fail for good in its worker.
 */
const LIMITS: Readonly<Record<string, number>> = { 'Person.Name': 100 };
const DEFAULT_LIMIT = 200;

export const fieldLimit = (field: string): number => LIMITS[field] ?? DEFAULT_LIMIT;
