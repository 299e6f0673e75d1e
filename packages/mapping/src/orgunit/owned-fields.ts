import type { OrgUnitDraft } from '@os2bridge/model';

/** The fields that MO owns only from the first time it has sent a value, so that a first run does not wipe what is kept in FK (sync-rules §1.2). */
export const OWNED_ONCE_SENT = ['Tasks', 'ContactOpenHours'] as const satisfies readonly (keyof OrgUnitDraft)[];

/** Which of Tasks and ContactOpenHours MO owns after sending this draft; once owned, always owned. The ledger remembers it. */
export const ownedFieldsOf = (draft: OrgUnitDraft, before: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...before, ...OWNED_ONCE_SENT.filter((field) => (draft[field] ?? []).length > 0)]);
