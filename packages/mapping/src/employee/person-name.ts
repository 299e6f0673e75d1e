import type { MoPerson } from '@os2bridge/model';
import type { Desk } from '../desk/desk.ts';
import { Undecidable } from '../desk/undecidable.ts';
import { textOf } from '../text/text-of.ts';
import { templateVariables } from './template-variables.ts';

/**
 * `Person.Name`: template `person.name`, else the name (sync-rules §1.4). What renders blank counts as no value.
 * @throws Undecidable when the template cannot be rendered or there is no name at all.
 */
export const personNameOf = (person: MoPerson, desk: Desk): string => {
  const { personName } = desk.context.templates;
  const rendered = personName ? personName(templateVariables(person)) : null;
  const name = textOf(desk, rendered, 'Person.Name', person.uuid) ?? textOf(desk, person.name, 'Person.Name', person.uuid);
  if (name === null) throw new Undecidable('no-name', `Person ${person.uuid} has no name. Give the person one in OS2MO`);
  return name;
};
