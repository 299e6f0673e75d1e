import { describe, expect, test } from 'vitest';
import { loadSettings, SettingsError } from '../src/index.ts';
import { KEY, least, lines, linesOf, load, TOP, withFolder } from './load.ts';

const A = 'c0000000-0000-4000-8000-00000000000a';
const B = 'c0000000-0000-4000-8000-00000000000b';

describe('what a settings file gives', () => {
  test('with nothing but what must be given, everything else has its default', () => {
    expect(load()).toEqual({
      cvr: '12345678',
      mo: {
        baseUrl: 'http://localhost:5000',
        graphqlVersion: 30,
        login: { kind: 'none' },
        verifyTls: true,
        pageSize: 500,
        timeoutMs: 60_000,
      },
      os2sync: {
        apiUrl: 'http://localhost:8081/api',
        apiKey: null,
        cvr: '12345678',
        verifyTls: true,
        timeoutMs: 30_000,
        concurrency: 4,
        hierarchyTimeoutMs: 600_000,
        hierarchyPollMs: 5_000,
      },
      rules: {
        topUnit: TOP,
        filteredUnits: [],
        hierarchyNames: null,
        ignoredLevels: [],
        ignoredTypes: [],
        uuidSystems: [],
        userKeySystems: ['Active Directory'],
        addressRules: expect.any(Array),
        emailClasses: null,
        phoneClasses: null,
        landlineClasses: null,
        syncManagers: false,
        enableKle: true,
        contactForTasks: false,
        transferCpr: true,
        extensionAsJobFunction: null,
        groupByEngagement: false,
        engagementAddressTitles: [],
        requireUserKey: false,
        truncateLength: 200,
        templates: { personName: null, personUserId: null },
      },
      redis: { url: 'redis://localhost:6379', mode: 'single', sentinelName: null, verifyTls: true, prefix: '{os2bridge}' },
      log: { level: 20, file: null },
      ledger: { name: 'os2sync', hashKey: KEY },
      schedule: { enabled: false, cron: '0 0 2 * * *', timezone: 'Europe/Copenhagen' },
      retry: { attempts: 8, delayMs: 2_000 },
      autowash: false,
      deleteLimit: null,
    });
  });

  test('the settings are frozen, all the way down', () => {
    const settings = load({ 'os2sync.ignored.unit_types': [A] });
    expect(() => Object.assign(settings, { cvr: '87654321' })).toThrow(TypeError);
    expect(() => Object.assign(settings.rules.ignoredTypes, { 0: B })).toThrow(TypeError);
  });

  test('uuids are lower-cased and trimmed, and one that stands twice counts once', () => {
    const { rules } = load({ 'os2sync.top_unit_uuid': ` ${TOP.toUpperCase()} `, 'os2sync.phone_scope_classes': [B.toUpperCase(), A, B] });
    expect(rules.topUnit).toBe(TOP);
    expect(rules.phoneClasses).toEqual([B, A]);
  });

  test('an empty list of classes is not the same as none given', () => {
    expect(load({ 'os2sync.email_scope_classes': [] }).rules.emailClasses).toEqual([]);
    expect(load({ 'os2sync.email_scope_classes': null }).rules.emailClasses).toBeNull();
  });

  test('an empty list of hierarchies is no filter', () => {
    expect(load({ 'os2sync.filter_hierarchy_names': [] }).rules.hierarchyNames).toBeNull();
    expect(load({ 'os2sync.filter_hierarchy_names': [' Linjeorganisation '] }).rules.hierarchyNames).toEqual(['Linjeorganisation']);
  });

  test('no user-key system at all can be asked for', () => {
    expect(load({ 'os2sync.user_key_it_system_names': [] }).rules.userKeySystems).toEqual([]);
  });

  test('the one-item form names the only user-key system', () => {
    expect(load({ os2sync_user_key_it_system_name: ' AD-skole ' }).rules.userKeySystems).toEqual(['AD-skole']);
  });

  test.each([
    [10, 36],
    [35, 36],
    [36, 36],
    [37, 37],
    [500, 500],
    ['40', 40],
  ])('a truncate_length of %s counts as %s', (written, counts) => {
    expect(load({ 'os2sync.truncate_length': written }).rules.truncateLength).toBe(counts);
  });

  test('the path of an older hash cache is just a name', () => {
    expect(load({ 'os2sync.hash_cache': '/opt/dipex/os2sync_hash_cache' }).ledger.name).toBe('/opt/dipex/os2sync_hash_cache');
  });

  test('an empty hash_cache turns the comparison off, in the file and in the environment', () => {
    expect(load({ 'os2sync.hash_cache': '' }).ledger.name).toBeNull();
    expect(load({ 'os2sync.hash_cache': 'x' }, { OS2SYNC_HASH_CACHE: '' }).ledger.name).toBeNull();
  });

  test('addresses lose the slash at their end', () => {
    const settings = load({ 'mora.base': 'https://mo.example.dk/', 'os2sync.api_url': 'https://os2sync.example.dk/api/' });
    expect(settings.mo.baseUrl).toBe('https://mo.example.dk');
    expect(settings.os2sync.apiUrl).toBe('https://os2sync.example.dk/api');
  });

  test.each([
    [25, 25],
    ['25', 25],
    [30, 30],
  ])('GraphQL version %s can be chosen', (written, version) => {
    expect(load({ 'mora.graphql_version': written }).mo.graphqlVersion).toBe(version);
  });

  test('switches may be words, as in the shell and in Python', () => {
    expect(load({ 'crontab.RUN_OS2SYNC': 'true', 'os2sync.xfer_cpr': 'False' })).toMatchObject({
      schedule: { enabled: true },
      rules: { transferCpr: false },
    });
  });

  test.each([
    ['1', '1'],
    [3, '3'],
  ])('extension field %s can be the job function', (written, field) => {
    expect(load({ 'os2sync.extension_field_as_job_function': written }).rules.extensionAsJobFunction).toBe(field);
  });

  test('a CVR number may be a number', () => {
    expect(load({ 'municipality.cvr': 12345678 }).cvr).toBe('12345678');
  });

  test('seconds become milliseconds, and may have fractions', () => {
    const { mo, os2sync, retry } = load({ 'mora.timeout': 1.5, 'os2sync.hierarchy_poll': '0.25', 'os2bridge.retry_delay': 4 });
    expect([mo.timeoutMs, os2sync.hierarchyPollMs, retry.delayMs]).toEqual([1_500, 250, 4_000]);
  });

  test('a delete limit of 0 is a limit', () => {
    expect(load({ 'os2bridge.delete_limit': 0 }).deleteLimit).toBe(0);
  });

  test('with client id, secret and server we log in through Keycloak', () => {
    const written = {
      'mora.auth.server': 'https://mo.example.dk/auth/',
      'mora.auth.client_id': 'os2bridge',
      'mora.auth.client_secret': 'hemmelig',
    };
    expect(load(written).mo.login).toEqual({
      kind: 'keycloak',
      server: 'https://mo.example.dk/auth',
      realm: 'mo',
      clientId: 'os2bridge',
      clientSecret: 'hemmelig',
    });
  });

  test('with a SAML token we log in by session', () => {
    expect(load({ 'crontab.SAML_TOKEN': 'et-token' }).mo.login).toEqual({ kind: 'session', token: 'et-token' });
  });

  test('templates are taken as they stand, and a blank field is none', () => {
    expect(load({ 'os2sync.templates': { 'person.name': ' {{ name }}\n', 'person.user_id': null } }).rules.templates).toEqual({
      personName: ' {{ name }}\n',
      personUserId: null,
    });
  });
});

describe('where settings come from', () => {
  test('without a file the environment is enough', () => {
    withFolder({}, (folder) => {
      const env = { MUNICIPALITY_CVR: '12345678', OS2SYNC_TOP_UNIT_UUID: TOP, OS2BRIDGE_HASH_KEY: KEY };
      expect(loadSettings({ env, folder }).rules.topUnit).toBe(TOP);
    });
  });

  test('settings.json in the folder is read when no other is named', () => {
    withFolder({ 'settings.json': JSON.stringify(least) }, (folder) => expect(loadSettings({ env: {}, folder }).cvr).toBe('12345678'));
  });

  test('OS2BRIDGE_SETTINGS names another file, and a path given by the program wins over both', () => {
    const files = {
      'a.json': JSON.stringify({ ...least, 'municipality.cvr': '11111111' }),
      'b.json': JSON.stringify({ ...least, 'municipality.cvr': '22222222' }),
    };
    withFolder(files, (folder) => {
      const env = { OS2BRIDGE_SETTINGS: `${folder}/a.json` };
      expect(loadSettings({ env, folder }).cvr).toBe('11111111');
      expect(loadSettings({ env, folder, path: `${folder}/b.json` }).cvr).toBe('22222222');
    });
  });

  test('the environment wins, key by key', () => {
    const settings = load({ 'os2sync.autowash': true, 'os2sync.log_level': 10 }, { OS2SYNC_AUTOWASH: 'false' });
    expect([settings.autowash, settings.log.level]).toEqual([false, 10]);
  });

  test('an empty variable is as good as none', () => {
    expect(load({ 'os2sync.log_level': 10 }, { OS2SYNC_LOG_LEVEL: ' ' }).log.level).toBe(10);
  });

  test('lists and objects are JSON in the environment, words are not', () => {
    const env = {
      OS2SYNC_IGNORED_UNIT_TYPES: `["${A}"]`,
      OS2SYNC_TEMPLATES: '{"person.user_id": "{{ user_key }}"}',
      OS2SYNC_ADDRESS_FIELDS: 'fk-org',
    };
    const { rules } = load({}, env);
    expect(rules).toMatchObject({ ignoredTypes: [A], templates: { personUserId: '{{ user_key }}' } });
    expect(rules.addressRules).toContainEqual({ scope: 'WWW', field: 'Url' });
  });

  test('a secret can be in a file of its own', () => {
    withFolder({ secret: `${KEY} of Docker's\n` }, (folder) => {
      expect(load({}, { OS2BRIDGE_HASH_KEY_FILE: `${folder}/secret` }).ledger.hashKey).toBe(`${KEY} of Docker's`);
    });
  });

  test.each(['os2sync.uuid_from_it_systems', 'os2sync_uuid_from_it_systems'])('%s is one of two spellings', (key) => {
    expect(load({ [key]: ['FK'] }).rules.uuidSystems).toEqual(['FK']);
  });

  test('nested names may have underscores too, and the same value under both spellings is no mistake', () => {
    expect(load({ os2sync_ignored_unit_types: [A] }).rules.ignoredTypes).toEqual([A]);
    expect(load({ os2sync_autowash: true, 'os2sync.autowash': true }).autowash).toBe(true);
  });

  test('one form of the user-key system in the environment wins over the other form in the file', () => {
    expect(load({ os2sync_user_key_it_system_name: 'A' }, { OS2SYNC_USER_KEY_IT_SYSTEM_NAMES: '["B"]' }).rules.userKeySystems).toEqual([
      'B',
    ]);
    expect(load({ 'os2sync.user_key_it_system_names': ['A'] }, { OS2SYNC_USER_KEY_IT_SYSTEM_NAME: 'B' }).rules.userKeySystems).toEqual([
      'B',
    ]);
  });

  test('keys of other programs in the same file are passed over', () => {
    const others = {
      'mora.folder.query_export': '/tmp',
      'mox.base': 'http://localhost:8080',
      'municipality.name': 'Bøgelund',
      'municipality.code': 999,
      'crontab.RUN_MOX_ROLLE': true,
      'integrations.ad': [],
      'reports.server': 'x',
      'rc.integrations.kitos.enabled': 'true',
      'di.kitosClient.email': 'x',
      'rollekatalog.on_no_match': 'keep',
      'exporters.os2phonebook': {},
    };
    expect(lines(others)).toEqual([]);
  });

  test('variables that Kubernetes sets for a service called os2sync are passed over', () => {
    const env = {
      OS2SYNC_SERVICE_HOST: '10.0.0.1',
      OS2SYNC_SERVICE_PORT: '8081',
      OS2SYNC_SERVICE_PORT_HTTP: '8081',
      OS2SYNC_PORT: 'tcp://10.0.0.1:8081',
      OS2SYNC_PORT_8081_TCP: 'tcp://10.0.0.1:8081',
      OS2SYNC_PORT_8081_TCP_ADDR: '10.0.0.1',
      REDIS_PORT: 'tcp://10.0.0.2:6379',
    };
    expect(lines({}, env)).toEqual([]);
  });

  test('use_lc_db is accepted and changes nothing', () => {
    expect(load({ 'os2sync.use_lc_db': true })).toEqual(load());
  });
});

describe('the error', () => {
  test('names every mistake at once, and stops the queue', () => {
    try {
      load({ 'municipality.cvr': null, 'os2sync.autowash': 'måske', 'os2sync.autowosh': true });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(SettingsError);
      expect(error).toMatchObject({ code: 'settings', fate: 'pause' });
      expect(
        linesOf(() => {
          throw error;
        }),
      ).toHaveLength(3);
    }
  });
});
