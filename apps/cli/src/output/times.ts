const LOCAL = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'medium' });

/** An instant as people in the municipality read it: `2026-11-22 03:00:00`, Copenhagen; `–` when there is none. */
export const localTime = (instant: string | Date | null): string => (instant === null ? '–' : LOCAL.format(new Date(instant)));

/** A length of time, two units at most: `450 ms`, `12 s`, `3 min 5 s`, `2 h 10 min`, `4 d 3 h`. */
export const duration = (ms: number): string => {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  const seconds = Math.round(ms / 1000);
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
};
