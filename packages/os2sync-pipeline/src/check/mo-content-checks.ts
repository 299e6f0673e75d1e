import { systemsNamed } from '@os2bridge/mapping';
import type { MoClass, Uuid } from '@os2bridge/model';
import { fine, wrong, type CheckDeps, type NamedCheck } from './named-check.ts';

/** Does what the settings name exist in OS2MO: the top unit, units to leave out, it systems, classes? */
export const moContentChecks = ({ reader, settings: { rules } }: CheckDeps): readonly NamedCheck[] => [
  {
    id: 'top-unit',
    name: 'Top unit',
    about: 'settings',
    after: 'os2mo-roles',
    run: async () => {
      const { topUnit } = rules;
      if ((await reader.unitsWithAncestors([topUnit])).some((unit) => unit.uuid === topUnit)) return fine(`${topUnit} is valid now`);
      const known = (await reader.unitsKnown([topUnit])).has(topUnit);
      return wrong(
        known ? `${topUnit} is not valid now` : `${topUnit} is unknown to OS2MO`,
        'Set os2sync.top_unit_uuid to the unit whose tree is to be transferred; until then every sync fails and nothing is deleted',
      );
    },
  },
  {
    id: 'filtered-units',
    name: 'Filtered units',
    about: 'settings',
    after: 'os2mo-roles',
    run: async () => {
      if (rules.filteredUnits.length === 0) return fine('none set');
      const known = await reader.unitsKnown(rules.filteredUnits);
      const missing = rules.filteredUnits.filter((unit) => !known.has(unit));
      if (missing.length === 0) return fine(`${rules.filteredUnits.length} of ${rules.filteredUnits.length} are units in OS2MO`);
      return wrong(`unknown to OS2MO: ${missing.join(', ')}`, 'Correct or remove them in os2sync.filter_orgunit_uuid');
    },
  },
  {
    id: 'it-systems',
    name: 'It systems',
    about: 'settings',
    after: 'os2mo-roles',
    run: async () => {
      const systems = await reader.itSystems();
      const named = [...new Set([...rules.uuidSystems, ...rules.userKeySystems])];
      const missing = named.filter((name) => systemsNamed([name], systems).length === 0);
      if (missing.length === 0) return fine(named.length === 0 ? 'none set' : `found: ${named.join(', ')}`);
      // The default stands there when nobody has set anything: no mistake, but good to know.
      if (missing.join() === DEFAULT_USER_KEYS && rules.userKeySystems.length === 1) {
        return fine(
          `there is no ${DEFAULT_USER_KEYS} in OS2MO, so user names come from the template or the uuid (os2sync.user_key_it_system_names)`,
        );
      }
      return wrong(
        `unknown to OS2MO: ${missing.join(', ')}`,
        "Write the it system's name, user key or uuid exactly as in OS2MO (os2sync_uuid_from_it_systems, os2sync.user_key_it_system_names); without it every account in it is overlooked",
      );
    },
  },
  {
    id: 'classes',
    name: 'Classes',
    about: 'settings',
    after: 'os2mo-roles',
    run: async () => {
      const classes = await reader.allClasses();
      const uuids = new Set<Uuid>(classes.map((one) => one.uuid));
      const missing = [
        ...Object.entries(classUuids(rules)).flatMap(([key, wanted]) =>
          wanted.filter((uuid) => !uuids.has(uuid)).map((uuid) => `${key}: ${uuid}`),
        ),
        ...Object.entries(classTitles(rules)).flatMap(([key, wanted]) =>
          wanted.filter((title) => !isTitle(title, classes)).map((title) => `${key}: ${title}`),
        ),
      ];
      if (missing.length > 0)
        return wrong(
          `unknown to OS2MO: ${missing.join('; ')}`,
          'Correct or remove them in the settings; a class that is not there matches nothing',
        );
      const count = [...Object.values(classUuids(rules)), ...Object.values(classTitles(rules))].flat().length;
      return fine(count === 0 ? 'none set' : `${count} of ${count} are classes in OS2MO`);
    },
  },
];

/** What `os2sync.user_key_it_system_names` is when it is not set (sync-rules §1.3). */
const DEFAULT_USER_KEYS = 'Active Directory';

type Rules = CheckDeps['settings']['rules'];

const classUuids = (rules: Rules): Record<string, readonly Uuid[]> => ({
  'os2sync.ignored.unit_levels': rules.ignoredLevels,
  'os2sync.ignored.unit_types': rules.ignoredTypes,
  'os2sync.email_scope_classes': rules.emailClasses ?? [],
  'os2sync.phone_scope_classes': rules.phoneClasses ?? [],
  'os2sync.landline_scope_classes': rules.landlineClasses ?? [],
  'os2sync.address_fields': [...new Set(rules.addressRules.flatMap((rule) => (rule.class === undefined ? [] : [rule.class])))],
});

const classTitles = (rules: Rules): Record<string, readonly string[]> => ({
  'os2sync.filter_hierarchy_names': rules.hierarchyNames ?? [],
  'os2sync.employee_engagement_address': rules.engagementAddressTitles,
});

const isTitle = (title: string, classes: readonly MoClass[]): boolean => classes.some((one) => one.name.trim() === title.trim());
