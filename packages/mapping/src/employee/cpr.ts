import type { MoPerson } from '@os2bridge/model';
import { report, type Desk } from '../desk/desk.ts';

/** The CPR number to send: ten digits, or null when MO has none, has something else, or `os2sync.xfer_cpr` is false (sync-rules §1.4, §1.7). */
export const cprOf = (person: MoPerson, desk: Desk): string | null => {
  if (!desk.context.rules.transferCpr) return null;
  const cpr = person.cpr?.trim() ?? '';
  if (/^[0-9]{10}$/.test(cpr)) return cpr;
  report(desk, cpr === '' ? 'no-cpr' : 'invalid-cpr', { field: 'Person.Cpr', uuid: person.uuid });
  return null;
};
