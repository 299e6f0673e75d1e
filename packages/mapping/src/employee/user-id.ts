import type { MoPerson, Uuid } from '@os2bridge/model';
import type { Desk } from '../desk/desk.ts';
import { textOf } from '../text/text-of.ts';
import { templateVariables } from './template-variables.ts';

/** `UserId`: the user key if non-empty, else template `person.user_id`, else the FK uuid (sync-rules §1.4). The template is not rendered in vain. */
export const userIdOf = (person: MoPerson, userKey: string | null, fk: Uuid, desk: Desk): string => {
  const key = textOf(desk, userKey, 'UserId', person.uuid);
  if (key !== null) return key;
  const { personUserId } = desk.context.templates;
  const rendered = personUserId ? personUserId(templateVariables(person)) : null;
  return textOf(desk, rendered, 'UserId', person.uuid) ?? fk;
};
