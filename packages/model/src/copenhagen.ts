const DATE = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar date in Denmark at that instant, `YYYY-MM-DD`. MO's validities are Danish midnights, never UTC ones. */
export const copenhagenDate = (instant: Date): string => DATE.format(instant);
