import type { Dataset } from '../dataset/dataset.ts';
import { classUuid } from './municipality-classes.ts';
import { IT_SYSTEM_NAMES } from './municipality-it-systems.ts';
import { municipalityMeta } from './municipality-meta.ts';

/** Settings under the seed's own keys, as settings.json holds them. */
export type MunicipalitySettings = Readonly<Record<string, unknown>>;

/**
 * The settings that fit a generated municipality: what to transfer, which classes are phones and e-mails, where uuids come from.
 * Addresses, keys and Redis are the caller's. Throws TypeError for any other dataset.
 */
export const municipalitySettings = (dataset: Pick<Dataset, 'meta'>): MunicipalitySettings => {
  const { top_unit, filtered_units } = municipalityMeta(dataset);
  return {
    'os2sync.top_unit_uuid': top_unit,
    'os2sync.filter_orgunit_uuid': filtered_units,
    'os2sync.filter_hierarchy_names': ['Linjeorganisation'],
    'os2sync.ignored.unit_levels': [classUuid('org_unit_level', 'NYT')],
    'os2sync.ignored.unit_types': [classUuid('org_unit_type', 'Projekt')],
    os2sync_uuid_from_it_systems: [IT_SYSTEM_NAMES.fk],
    os2sync_user_key_it_system_name: IT_SYSTEM_NAMES.ad,
    'os2sync.address_fields': 'fk-org',
    'os2sync.email_scope_classes': [classUuid('employee_address_type', 'EmailEmployee')],
    'os2sync.phone_scope_classes': [classUuid('employee_address_type', 'MobileEmployee')],
    'os2sync.landline_scope_classes': [
      classUuid('employee_address_type', 'LandlineEmployee'),
      classUuid('org_unit_address_type', 'LandlineUnit'),
    ],
    'os2sync.sync_managers': true,
    'os2sync.xfer_cpr': true,
    'os2sync.extension_field_as_job_function': '1',
    'os2sync.templates': { 'person.name': '{% if nickname -%}{{ nickname }}{%- else %}{{ name }}{%- endif %}' },
  };
};
