import { addressRulesOf } from './address-rules.ts';
import type { MoLogin, RuleSettings, Settings } from './settings.ts';
import type { SettingValues } from './table/table.ts';

/** The checked values in the shape that the rest of the bridge uses. */
export const toSettings = (values: SettingValues): Settings => ({
  cvr: values['municipality.cvr'],
  mo: {
    baseUrl: values['mora.base'],
    graphqlVersion: values['mora.graphql_version'] === '25' ? 25 : 30,
    login: toLogin(values),
    verifyTls: values['os2sync.ca_verify_os2mo'],
    pageSize: values['mora.page_size'],
    timeoutMs: values['mora.timeout'],
  },
  os2sync: {
    apiUrl: values['os2sync.api_url'],
    apiKey: values['os2sync.api_key'] ?? null,
    cvr: values['municipality.cvr'],
    verifyTls: values['os2sync.ca_verify_os2sync'],
    timeoutMs: values['os2sync.timeout'],
    concurrency: values['os2sync.concurrency'],
    hierarchyTimeoutMs: values['os2sync.hierarchy_timeout'],
    hierarchyPollMs: values['os2sync.hierarchy_poll'],
  },
  rules: toRules(values),
  redis: {
    url: values['redis.url'],
    mode: values['redis.mode'],
    sentinelName: values['redis.sentinel_name'] ?? null,
    verifyTls: values['redis.ca_verify'],
    prefix: values['redis.prefix'],
  },
  log: { level: values['os2sync.log_level'], file: values['os2sync.log_file'] ?? null },
  ledger: { name: values['os2sync.hash_cache'] || null, hashKey: values['os2bridge.hash_key'] },
  schedule: { enabled: values['crontab.RUN_OS2SYNC'], cron: values['os2sync.cron'], timezone: 'Europe/Copenhagen' },
  retry: { attempts: values['os2bridge.retry_attempts'], delayMs: values['os2bridge.retry_delay'] },
  autowash: values['os2sync.autowash'],
  deleteLimit: values['os2bridge.delete_limit'] ?? null,
});

const toLogin = (values: SettingValues): MoLogin => {
  const [server, clientId, clientSecret] = [values['mora.auth.server'], values['mora.auth.client_id'], values['mora.auth.client_secret']];
  if (server !== undefined && clientId !== undefined && clientSecret !== undefined) {
    return { kind: 'keycloak', server, realm: values['mora.auth.realm'], clientId, clientSecret };
  }
  const token = values['crontab.SAML_TOKEN'];
  return token === undefined ? { kind: 'none' } : { kind: 'session', token };
};

const toRules = (values: SettingValues): RuleSettings => {
  const landlineClasses = values['os2sync.landline_scope_classes'] ?? null;
  const addressFields = values['os2sync.address_fields'];
  const hierarchyNames = values['os2sync.filter_hierarchy_names'];
  const oneSystem = values['os2sync_user_key_it_system_name'];
  const templates = values['os2sync.templates'];
  return {
    topUnit: values['os2sync.top_unit_uuid'],
    filteredUnits: values['os2sync.filter_orgunit_uuid'],
    hierarchyNames: hierarchyNames.length === 0 ? null : hierarchyNames,
    ignoredLevels: values['os2sync.ignored.unit_levels'],
    ignoredTypes: values['os2sync.ignored.unit_types'],
    uuidSystems: values['os2sync_uuid_from_it_systems'],
    userKeySystems: oneSystem === undefined ? values['os2sync.user_key_it_system_names'] : [oneSystem],
    addressRules: typeof addressFields === 'string' ? addressRulesOf(addressFields, landlineClasses ?? []) : addressFields,
    emailClasses: values['os2sync.email_scope_classes'] ?? null,
    phoneClasses: values['os2sync.phone_scope_classes'] ?? null,
    landlineClasses,
    syncManagers: values['os2sync.sync_managers'],
    enableKle: values['os2sync.enable_kle'],
    contactForTasks: values['os2sync.use_contact_for_tasks'],
    transferCpr: values['os2sync.xfer_cpr'],
    extensionAsJobFunction: values['os2sync.extension_field_as_job_function'] ?? null,
    groupByEngagement: values['os2sync.group_by_engagement_uuid'],
    engagementAddressTitles: values['os2sync.employee_engagement_address'],
    requireUserKey: values['os2sync.filter_users_by_it_system'],
    truncateLength: values['os2sync.truncate_length'],
    templates: { personName: templates['person.name'] || null, personUserId: templates['person.user_id'] || null },
  };
};
