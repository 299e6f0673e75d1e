import { addressFields } from '../schemas/address-fields.ts';
import { flag } from '../schemas/flag.ts';
import { textList, uuidList } from '../schemas/list.ts';
import { wholeNumber } from '../schemas/number.ts';
import { uuid } from '../schemas/uuid.ts';
import { optional, required, withDefault } from './about.ts';

/** Which org units are sent, what of them, and what is deleted. */
export const os2syncUnits = {
  'os2sync.top_unit_uuid': required(uuid(), {
    type: 'uuid',
    meaning: 'The unit at the top of what is sent. It is never deleted.',
    source: 'seed',
    example: '00000000-0000-4000-8000-000000000000',
  }),
  'os2sync.ignored.unit_levels': withDefault(uuidList(), [], {
    type: 'list of uuids',
    meaning: 'Units of these levels (classes) are not sent.',
    source: 'seed',
    example: [],
    json: true,
  }),
  'os2sync.ignored.unit_types': withDefault(uuidList(), [], {
    type: 'list of uuids',
    meaning: 'Units of these types (classes) are not sent.',
    source: 'seed',
    example: [],
    json: true,
  }),
  'os2sync.filter_orgunit_uuid': withDefault(uuidList(), [], {
    type: 'list of uuids',
    meaning: 'These units and everything below them are not sent.',
    source: 'sync rules',
    json: true,
  }),
  'os2sync.filter_hierarchy_names': withDefault(textList(), [], {
    type: 'list of texts',
    meaning: 'Only units whose hierarchy has one of these titles are sent. Empty: whatever their hierarchy.',
    source: 'sync rules',
    json: true,
  }),
  'os2sync.address_fields': withDefault(addressFields(), 'seed', {
    type: '"seed", "fk-org" or list of {scope, user_key, class, field}',
    meaning:
      "Which address of a unit fills which field of OS2sync. In a list of one's own the first row decides that has the address' scope and, where given, its type's user key and class (uuid).",
    source: 'sync rules',
    json: true,
  }),
  'os2sync.enable_kle': withDefault(flag(), true, {
    type: 'true or false',
    meaning: 'Whether KLE is sent. When not, FK Organisation keeps the tasks it has.',
    source: 'sync rules',
  }),
  'os2sync.use_contact_for_tasks': withDefault(flag(), false, {
    type: 'true or false',
    meaning: 'Split KLE by aspect: Udførende to `Tasks`, Ansvarlig to `ContactForTasks`. When not, every number goes to `Tasks`.',
    source: 'sync rules',
  }),
  'os2sync.sync_managers': withDefault(flag(), false, {
    type: 'true or false',
    meaning: "Whether a unit's manager is sent. There should be only one per unit.",
    source: 'seed',
    example: false,
  }),
  'os2sync.autowash': withDefault(flag(), false, {
    type: 'true or false',
    meaning: 'Delete everything in FK Organisation that OS2MO does not give. When not, only what the bridge has once sent.',
    source: 'seed',
    example: false,
  }),
  'os2sync.truncate_length': withDefault(
    wholeNumber(1).transform((length) => Math.max(36, length)),
    200,
    {
      type: 'whole number, 1 or more',
      meaning:
        'Texts are cut to this many characters; at least 36 (smaller numbers count as 36), and never more than OS2sync itself takes.',
      source: 'sync rules',
    },
  ),
  'os2sync.landline_scope_classes': optional(uuidList(), {
    type: 'list of uuids',
    meaning:
      'Address types (classes) of scope PHONE that are landlines, of units and of persons; for persons in order of preference. Not set or empty: none.',
    source: 'sync rules',
    json: true,
  }),
};
