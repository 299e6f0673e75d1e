import { flag } from '../schemas/flag.ts';
import { textList, uuidList } from '../schemas/list.ts';
import { identity } from '../schemas/identity.ts';
import { oneOf } from '../schemas/one-of.ts';
import { templates } from '../schemas/templates.ts';
import { text } from '../schemas/text.ts';
import { optional, withDefault } from './about.ts';

/** Which persons are sent and what of them. */
export const os2syncUsers = {
  'os2sync.xfer_cpr': withDefault(flag(), true, {
    type: 'true or false',
    meaning: 'Whether CPR numbers are sent.',
    source: 'seed',
    example: true,
  }),
  'os2sync.phone_scope_classes': optional(uuidList(), {
    type: 'list of uuids',
    meaning:
      "Address types (classes) that may be sent as a person's phone, in order of preference. Not set: all of scope PHONE but the landlines. `[]`: none.",
    source: 'seed',
    json: true,
  }),
  'os2sync.email_scope_classes': optional(uuidList(), {
    type: 'list of uuids',
    meaning:
      "Address types (classes) that may be sent as a person's e-mail, in order of preference. Not set: all of scope EMAIL. `[]`: none.",
    source: 'seed',
    json: true,
  }),
  'os2sync.templates': withDefault(
    templates(),
    {},
    {
      type: 'object of templates',
      meaning: 'Jinja templates for `person.name` and `person.user_id`.',
      source: 'seed',
      example: { 'person.name': '{% if nickname -%}{{ nickname }}{%- else %}{{ name }}{%- endif %}' },
      json: true,
    },
  ),
  os2sync_uuid_from_it_systems: withDefault(textList('a list of it systems, each by name, user key or uuid'), [], {
    type: 'list of texts',
    meaning:
      'It systems, each by name, user key or uuid, in order of priority. An account there holds the uuid under which the unit or person is sent; without one it is the uuid in OS2MO.',
    source: 'seed',
    example: [],
    json: true,
  }),
  'os2sync.user_key_it_system_names': withDefault(textList('a list of it systems, each by name, user key or uuid'), ['Active Directory'], {
    type: 'list of texts',
    meaning: "It systems, each by name, user key or uuid, in order of priority. An account there holds the person's `UserId`. `[]`: none.",
    source: 'sync rules',
    json: true,
  }),
  os2sync_user_key_it_system_name: optional(text('the name, user key or uuid of an it system'), {
    type: 'text',
    meaning: 'The one-item form of `os2sync.user_key_it_system_names`.',
    source: 'seed',
    example: 'Active Directory',
  }),
  'os2sync.identity': withDefault(identity(), 'person', {
    type: '"person"',
    meaning:
      'What one user in FK Organisation stands for: a person, or a person in one engagement where accounts are tied to engagements. Nothing else in this release.',
    source: 'sync rules',
  }),
  'os2sync.filter_users_by_it_system': withDefault(flag(), false, {
    type: 'true or false',
    meaning: 'Send only persons who have an account in one of the `os2sync.user_key_it_system_names`.',
    source: 'sync rules',
  }),
  'os2sync.group_by_engagement_uuid': withDefault(flag(), false, {
    type: 'true or false',
    meaning: 'A user that stands for one engagement gets only addresses linked to that engagement.',
    source: 'sync rules',
  }),
  'os2sync.employee_engagement_address': withDefault(textList(), [], {
    type: 'list of texts',
    meaning: "Titles of address types, in order of preference: the address of the person's unit that is sent as the person's `Location`.",
    source: 'sync rules',
    json: true,
  }),
  'os2sync.extension_field_as_job_function': optional(oneOf(['1', '3']), {
    type: '"1" or "3"',
    meaning: "The engagement's extension field that is sent as the position's name when it is not blank. Not set: always the job function.",
    source: 'sync rules',
  }),
};
