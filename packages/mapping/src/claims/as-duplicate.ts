import type { Undecided, Upsert, Uuid } from '@os2bridge/model';

/** The decision of an object whose FK uuid another one (`owner`, a MO uuid) keeps: it is not sent and nothing is deleted for it (sync-rules §1.3). */
export const asDuplicate = <P>(decision: Upsert<P>, owner: Uuid): Undecided => ({
  kind: decision.kind,
  mo: decision.mo,
  fk: decision.fk,
  verdict: 'error',
  reasons: ['duplicate-fk-uuid'],
  reports: decision.reports,
  message:
    owner === decision.mo
      ? `Several it accounts of ${owner} claim the FK uuid ${decision.fk}; the first keeps it. Correct the others in OS2MO`
      : `The FK uuid ${decision.fk} is claimed by ${owner} and ${decision.mo}; the lower keeps it. Correct the it account of one of them in OS2MO`,
});
