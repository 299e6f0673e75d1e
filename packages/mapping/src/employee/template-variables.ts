import type { MoPerson } from '@os2bridge/model';
import type { TemplateVariables } from '../templates/templates.ts';

/** What a template sees of a person: every variable is a text, "" when MO has nothing (sync-rules §1.5). */
export const templateVariables = (person: MoPerson): TemplateVariables => ({
  name: person.name,
  givenname: person.givenName,
  surname: person.surname,
  nickname: person.nickname,
  nickname_givenname: person.nicknameGivenName,
  nickname_surname: person.nicknameSurname,
  user_key: person.userKey,
  uuid: person.uuid,
  cpr_no: person.cpr ?? '',
});
