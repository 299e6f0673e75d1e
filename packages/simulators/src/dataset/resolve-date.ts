const DAY_MS = 86_400_000;

/** A dataset date as `YYYY-MM-DD`; `today` is that calendar date in Copenhagen. */
export const resolveDate = (date: string, today: string): string => {
  if (!date.startsWith('today')) return date;
  const days = date === 'today' ? 0 : Number(date.slice('today'.length, -1));
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
};
