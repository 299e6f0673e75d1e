/** The variables of `person.name` and `person.user_id` (sync-rules §1.5). */
export interface TemplateVariables {
  readonly name: string;
  readonly givenname: string;
  readonly surname: string;
  readonly nickname: string;
  readonly nickname_givenname: string;
  readonly nickname_surname: string;
  readonly user_key: string;
  readonly uuid: string;
  readonly cpr_no: string;
}

/** A compiled template: renders to text, or throws an error that holds key and uuid but no value. */
export type Template = (variables: TemplateVariables) => string;

/** The configured templates, compiled and checked; null = not configured. */
export interface Templates {
  readonly personName: Template | null;
  readonly personUserId: Template | null;
}
