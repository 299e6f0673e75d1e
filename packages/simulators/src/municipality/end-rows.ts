import { endAt } from './change-row.ts';

/** How OS2MO ends things: what had begun gets an end (`ended`), what had not goes away (`gone`, uuids). */
export const endRows = <Row extends Parameters<typeof endAt>[0]>(
  rows: readonly Row[],
  date: string,
): { readonly ended: Row[]; readonly gone: string[] } => {
  const ended = rows.flatMap((row) => endAt(row, date) ?? []);
  const kept = new Set(ended.map(({ uuid }) => uuid));
  return { ended, gone: rows.filter(({ uuid }) => !kept.has(uuid)).map(({ uuid }) => uuid) };
};
