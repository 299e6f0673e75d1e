import type { TemplateVariables } from './templates.ts';

/** The variables a template may use; every one is a text (sync-rules §1.5). */
export const VARIABLES = [
  'name',
  'givenname',
  'surname',
  'nickname',
  'nickname_givenname',
  'nickname_surname',
  'user_key',
  'uuid',
  'cpr_no',
] as const satisfies readonly (keyof TemplateVariables)[];

/** What people write who think in Danish. */
export const DANISH: Readonly<Record<string, (typeof VARIABLES)[number]>> = {
  navn: 'name',
  fornavn: 'givenname',
  efternavn: 'surname',
  kaldenavn: 'nickname',
  brugernavn: 'user_key',
  cpr: 'cpr_no',
};
