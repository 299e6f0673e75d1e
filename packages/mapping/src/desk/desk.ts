import type { Report, Uuid } from '@os2bridge/model';
import type { MappingContext } from '../context.ts';
import type { ReportCode } from '../explain/codes.ts';
import { prepare, type Prepared } from './prepare.ts';

/** What one decision is made at: the context, what is precomputed for it, and the reports that come up on the way. */
export interface Desk {
  readonly context: MappingContext;
  readonly prepared: Prepared;
  readonly reports: Report[];
}

export const openDesk = (context: MappingContext): Desk => ({ context, prepared: prepare(context), reports: [] });

/** Notes something an operator should know, once. Never a value of a person. */
export const report = (desk: Desk, code: ReportCode, about: { readonly field?: string; readonly uuid?: Uuid } = {}): void => {
  const known = desk.reports.some((one) => one.code === code && one.field === about.field && one.uuid === about.uuid);
  if (!known) desk.reports.push({ code, ...about });
};
