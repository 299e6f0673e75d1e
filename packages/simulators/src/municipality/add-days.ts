const DAY_MS = 86_400_000;

/** The calendar date that many days later (earlier when negative); both `YYYY-MM-DD`. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
