import { describe, expect, test } from 'vitest';
import { loadSettings } from '../src/index.ts';
import { KEY, least, lines, linesOf, withFolder } from './load.ts';

const UUID = 'expected a uuid (8-4-4-4-12 hexadecimal digits)';
const HASH_KEY = 'expected a secret text of at least 16 characters, always the same one; make it once with: openssl rand -hex 32';
const SCOPES = 'expected "EMAIL", "EAN", "PHONE", "DAR", "PNUMBER", "TEXT", "WWW", "MULTIFIELD_TEXT"';

describe('a value that does not fit is one line with key, value and what is expected', () => {
  test.each<[Record<string, unknown>, ...string[]]>([
    [{ 'municipality.cvr': null }, 'municipality.cvr: is missing, expected a CVR number of 8 digits'],
    [{ 'municipality.cvr': 'DK12345678' }, 'municipality.cvr: is "DK12345678", expected a CVR number of 8 digits'],
    [{ 'os2sync.top_unit_uuid': '' }, `os2sync.top_unit_uuid: is missing, ${UUID}`],
    [{ 'os2sync.top_unit_uuid': 'bøgelund' }, `os2sync.top_unit_uuid: is "bøgelund", ${UUID}`],
    [{ 'os2bridge.hash_key': '' }, `os2bridge.hash_key: is missing, ${HASH_KEY}`],
    [{ 'os2bridge.hash_key': 'kort' }, `os2bridge.hash_key: has a value (not shown) that does not fit, ${HASH_KEY}`],
    [{ 'crontab.RUN_OS2SYNC': 'ja' }, 'crontab.RUN_OS2SYNC: is "ja", expected true or false'],
    [{ 'os2sync.autowash': 1 }, 'os2sync.autowash: is 1, expected true or false'],
    [
      { 'crontab.SAML_TOKEN': 'med blank' },
      'crontab.SAML_TOKEN: has a value (not shown) that does not fit, expected a secret text of letters, digits and signs, without blanks',
    ],
    [
      { 'mora.base': 'mo.example.dk' },
      'mora.base: is "mo.example.dk", expected an address like http://localhost:5000, without user, password or query',
    ],
    [
      { 'mora.base': 'http://ida:hemmelig@mo' },
      'mora.base: is "http://***@mo", expected an address like http://localhost:5000, without user, password or query',
    ],
    [{ 'mora.graphql_version': 22 }, 'mora.graphql_version: is 22, expected 25 or 30'],
    [{ 'mora.page_size': 0 }, 'mora.page_size: is 0, expected a whole number from 1 to 5000'],
    [{ 'mora.timeout': -1 }, 'mora.timeout: is -1, expected a number of seconds above 0, at most 2000000'],
    [
      { 'os2sync.api_url': 'bare ord' },
      'os2sync.api_url: is "bare ord", expected an address that ends in /api, like http://localhost:8081/api',
    ],
    [
      { 'os2sync.api_url': 'http://os2sync:8081' },
      'os2sync.api_url: is "http://os2sync:8081", expected an address that ends in /api, like http://localhost:8081/api',
    ],
    [{ 'os2sync.log_level': 'INFO' }, 'os2sync.log_level: is "INFO", expected a whole number from 0 to 50'],
    [{ 'os2sync.log_file': 7 }, 'os2sync.log_file: is 7, expected the path of a file'],
    [{ 'os2sync.hash_cache': false }, 'os2sync.hash_cache: is false, expected a name, or "" for none'],
    [{ 'os2sync.truncate_length': 'lang' }, 'os2sync.truncate_length: is "lang", expected a whole number, 1 or more'],
    [{ 'os2sync.truncate_length': 0 }, 'os2sync.truncate_length: is 0, expected a whole number, 1 or more'],
    [{ 'os2bridge.delete_limit': -1 }, 'os2bridge.delete_limit: is -1, expected a whole number, 0 or more'],
    [{ 'os2bridge.delete_limit': 1.5 }, 'os2bridge.delete_limit: is 1.5, expected a whole number, 0 or more'],
    [{ 'os2sync.phone_scope_classes': 'mobil' }, 'os2sync.phone_scope_classes: is "mobil", expected a list of uuids'],
    [
      { 'os2sync.phone_scope_classes': ['mobil', 'c0000000-0000-4000-8000-000000000019', null] },
      `os2sync.phone_scope_classes: item 1 is "mobil", ${UUID}`,
      `os2sync.phone_scope_classes: item 3 is null, ${UUID}`,
    ],
    [{ 'os2sync.filter_orgunit_uuid': ['Vejafdelingen'] }, `os2sync.filter_orgunit_uuid: item 1 is "Vejafdelingen", ${UUID}`],
    [{ 'os2sync.filter_hierarchy_names': [' '] }, 'os2sync.filter_hierarchy_names: item 1 is " ", expected a text'],
    [
      { os2sync_uuid_from_it_systems: 'FK' },
      'os2sync_uuid_from_it_systems: is "FK", expected a list of it systems, each by name, user key or uuid',
    ],
    [
      { os2sync_user_key_it_system_name: ['AD'] },
      'os2sync_user_key_it_system_name: is ["AD"], expected the name, user key or uuid of an it system',
    ],
    [{ 'os2sync.extension_field_as_job_function': '2' }, 'os2sync.extension_field_as_job_function: is "2", expected "1" or "3"'],
    [{ 'os2sync.identity': 'it-account' }, 'os2sync.identity: is "it-account", which is not in this release; expected "person"'],
    [{ 'os2sync.identity': 'konto' }, 'os2sync.identity: is "konto", expected "person"'],
    [{ 'os2sync.templates': 'x' }, 'os2sync.templates: is "x", expected an object with templates for person.name and person.user_id'],
    [
      { 'os2sync.templates': { 'person.nmae': 'x' } },
      'os2sync.templates: has a template for the unknown field "person.nmae"; did you mean person.name?',
    ],
    [{ 'os2sync.templates': { 'person.user_id': 5 } }, 'os2sync.templates: person.user_id is 5, expected a template text'],
    [
      { 'os2sync.address_fields': 'sead' },
      'os2sync.address_fields: is "sead", expected "seed", "fk-org" or a list of {scope, user_key, class, field}',
    ],
    [{ 'os2sync.address_fields': [{ scope: 'FAX', field: 'Post' }] }, `os2sync.address_fields: item 1, scope is "FAX", ${SCOPES}`],
    [
      { 'os2sync.address_fields': [{ scope: 'EMAIL', field: 'Email', class: 'x' }] },
      `os2sync.address_fields: item 1, class is "x", ${UUID}`,
    ],
    [
      { 'os2sync.address_fields': [{ scope: 'EAN', field: 'Ean', userkey: 'x' }] },
      'os2sync.address_fields: item 1 is {"scope":"EAN","field":"Ean","userkey":"x"}, expected an object with scope, field and, if wanted, user_key and class',
    ],
    [
      { 'os2sync.cron': 'i nat' },
      'os2sync.cron: is "i nat": it has 2 fields, expected 6 (seconds, minutes, hours, day of month, month, day of week), 7 (and the year) or 5 (without the seconds)',
    ],
    [
      { 'redis.url': 'localhost:6379' },
      'redis.url: is "localhost:6379", expected redis://host:port or, with TLS, rediss://host:port; several (Sentinel, Cluster) separated by comma, all of one kind',
    ],
    [{ 'redis.mode': 'klynge' }, 'redis.mode: is "klynge", expected "single", "sentinel", "cluster"'],
    [{ 'redis.prefix': 'a:b' }, 'redis.prefix: is "a:b", expected a text of letters, digits, - and _, best in braces like {os2bridge}'],
  ])('%j', (more, ...expected) => {
    expect(lines(more)).toEqual(expected);
  });

  test("what FK field an address row fills is one of OS2sync's", () => {
    const [line] = lines({ 'os2sync.address_fields': [{ scope: 'EMAIL', field: 'Emial' }] });
    expect(line).toMatch(/^os2sync\.address_fields: item 1, field is "Emial", expected "PhoneNumber", "Email", /);
  });

  test('a long value is cut, and stays on one line', () => {
    const [line, ...more] = lines({ 'os2sync.autowash': `${'æ'.repeat(300)}\n` });
    expect(line?.length).toBeLessThan(200);
    expect(more).toEqual([]);
  });

  test('a mistake in a variable is told under its name, also for JSON that is none', () => {
    expect(lines({}, { OS2SYNC_AUTOWASH: 'ja', OS2SYNC_IGNORED_UNIT_TYPES: '[x' })).toEqual([
      'OS2SYNC_IGNORED_UNIT_TYPES: is "[x", expected a list of uuids',
      'OS2SYNC_AUTOWASH: is "ja", expected true or false',
    ]);
  });

  test('a mistake is told under the spelling that was used', () => {
    expect(lines({ os2sync_autowash: 'ja' })).toEqual(['os2sync_autowash: is "ja", expected true or false']);
  });
});

describe('no line shows a secret', () => {
  test.each<[Record<string, unknown>, NodeJS.ProcessEnv?]>([
    [{ 'os2bridge.hash_key': 'hemmelig' }],
    [{ 'os2sync.api_key': 'hem melig' }],
    [{ 'mora.auth.client_secret': ['hemmelig'] }],
    [{ 'redis.url': 'http://:hemmelig@redis' }],
    [{ 'redis.url': 'bruger:hemmelig@redis:6379' }],
    [{ 'redis.url': 'redis://:hem/melig@x:hemmelig@redis:6379' }],
    [{ 'os2bridge.hash_kye': 'hemmelig' }],
    [{}, { OS2BRIDGE_HASH_KEY: 'hemmelig' }],
    [{}, { OS2BRIDGE_HASHKEY: 'hemmelig' }],
  ])('%j %j', (more, env) => {
    const found = lines(more, env);
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).not.toMatch(/hem ?\/?melig/);
  });
});

describe('names', () => {
  test.each([
    ['os2sync.autowosh', 'os2sync.autowosh: is not a setting; did you mean os2sync.autowash?'],
    ['os2sync_uuid_from_it_system', 'os2sync_uuid_from_it_system: is not a setting; did you mean os2sync_uuid_from_it_systems?'],
    ['OS2sync.autowash', 'OS2sync.autowash: is not a setting; did you mean os2sync.autowash?'],
    ['os2synk.autowash', 'os2synk.autowash: is not a setting; did you mean os2sync.autowash?'],
    ['os2bridge.hashkey', 'os2bridge.hashkey: is not a setting; did you mean os2bridge.hash_key?'],
    ['redis.uri', 'redis.uri: is not a setting; did you mean redis.url?'],
    ['municipality.cvrr', 'municipality.cvrr: is not a setting; did you mean municipality.cvr?'],
    ['municipality.CVR', 'municipality.CVR: is not a setting; did you mean municipality.cvr?'],
    ['mora.bas', 'mora.bas: is not a setting; did you mean mora.base?'],
    ['crontab.RUN_OS2SNYC', 'crontab.RUN_OS2SNYC: is not a setting; did you mean crontab.RUN_OS2SYNC?'],
    ['os2sync', 'os2sync: is not a setting; write each key in full, like "os2sync.api_url"'],
  ])('%s is refused, naming what was probably meant', (key, line) => {
    expect(lines({ [key]: 'x' })).toEqual([line]);
  });

  test('a key of ours that looks like nothing is refused all the same', () => {
    expect(lines({ 'os2sync.noget_helt_andet': 'x' })[0]).toMatch(/^os2sync\.noget_helt_andet: is not a setting; did you mean \S+\?$/);
  });

  test.each([
    ['OS2SYNC_AUTOWASCH', 'OS2SYNC_AUTOWASCH: is not a setting; did you mean OS2SYNC_AUTOWASH?'],
    ['OS2BRIDGE_SETTING', 'OS2BRIDGE_SETTING: is not a setting; did you mean OS2BRIDGE_SETTINGS?'],
    ['OS2SYNC_AUTOWASH_FILE', 'OS2SYNC_AUTOWASH_FILE: is not a setting; did you mean OS2SYNC_AUTOWASH?'],
  ])('the variable %s is refused too', (name, line) => {
    expect(lines({}, { [name]: 'x' })).toEqual([line]);
  });
});

describe('contradictions', () => {
  const keycloak = { 'mora.auth.server': 'https://mo/auth', 'mora.auth.client_id': 'x', 'mora.auth.client_secret': 'y' };
  test.each<[Record<string, unknown>, NodeJS.ProcessEnv, ...string[]]>([
    [
      { 'os2sync.autowash': true, os2sync_autowash: false },
      {},
      'os2sync_autowash: says something else than os2sync.autowash, which is the same setting; leave one',
    ],
    [
      { os2sync_user_key_it_system_name: 'A', 'os2sync.user_key_it_system_names': ['B'] },
      {},
      'os2sync_user_key_it_system_name: says something else than os2sync.user_key_it_system_names, of which it is the one-item form; leave one',
    ],
    [{ os2sync_user_key_it_system_name: 'A', 'os2sync.user_key_it_system_names': ['A'] }, {}],
    [
      { ...keycloak, 'crontab.SAML_TOKEN': 'z' },
      {},
      'mora.auth.client_id: is given together with crontab.SAML_TOKEN; log in to OS2MO one way, and leave the other out',
    ],
    [
      { 'crontab.SAML_TOKEN': 'z' },
      { MORA_AUTH_CLIENT_ID: 'x' },
      'MORA_AUTH_CLIENT_ID: is given together with crontab.SAML_TOKEN; log in to OS2MO one way, and leave the other out',
    ],
    [
      { 'mora.auth.client_id': 'x' },
      {},
      'mora.auth.client_secret: is missing, needed with mora.auth.client_id',
      'mora.auth.server: is missing, needed with mora.auth.client_id',
    ],
    [
      { 'mora.auth.server': 'https://mo/auth', 'mora.auth.client_secret': 'y' },
      {},
      'mora.auth.client_id: is missing, needed with mora.auth.client_secret',
    ],
    [{ 'redis.mode': 'sentinel' }, {}, 'redis.sentinel_name: is missing, needed with redis.mode "sentinel"'],
    [{ 'redis.sentinel_name': 'mester' }, {}, 'redis.sentinel_name: is given, but redis.mode is not "sentinel"'],
    [
      { 'redis.url': 'redis://a:1, redis://b:2' },
      {},
      'redis.url: has several addresses, but redis.mode is "single"; expected redis.mode "sentinel" or "cluster"',
    ],
    [{ 'redis.url': 'redis://a:1, redis://b:2', 'redis.mode': 'cluster' }, {}],
    [
      { 'redis.mode': 'cluster', 'redis.prefix': 'os2bridge' },
      {},
      'redis.prefix: has no braces, but redis.mode is "cluster", where only {…} keeps all keys in one slot',
    ],
    [
      {},
      { OS2BRIDGE_HASH_KEY: KEY, OS2BRIDGE_HASH_KEY_FILE: '/x' },
      'OS2BRIDGE_HASH_KEY_FILE: is given together with OS2BRIDGE_HASH_KEY; leave one',
    ],
  ])('%j %j', (more, env, ...expected) => {
    expect(lines(more, env)).toEqual(expected);
  });

  test('one is told beside other mistakes', () => {
    expect(lines({ 'redis.mode': 'sentinel', 'os2sync.autowash': 'ja' })).toEqual([
      'os2sync.autowash: is "ja", expected true or false',
      'redis.sentinel_name: is missing, needed with redis.mode "sentinel"',
    ]);
  });
});

describe('the file itself', () => {
  const read = (text: string): string[] =>
    withFolder({ 's.json': text }, (folder) =>
      linesOf(() => loadSettings({ env: {}, path: `${folder}/s.json` })).map((line) => line.replace(folder, 'FOLDER')),
    );

  test('one that is not there', () => {
    expect(linesOf(() => loadSettings({ env: {}, path: '/findes/ikke.json' }))).toEqual(['/findes/ikke.json: there is no such file']);
    expect(linesOf(() => loadSettings({ env: { OS2BRIDGE_SETTINGS: '/findes/ikke.json' } }))).toEqual([
      '/findes/ikke.json: there is no such file (named by OS2BRIDGE_SETTINGS)',
    ]);
  });

  test('a folder', () => {
    withFolder({}, (folder) =>
      expect(linesOf(() => loadSettings({ env: {}, path: folder }))).toEqual([`${folder}: is a folder, expected a file`]),
    );
  });

  test.each([
    ['{"a": 1,\n "os2bridge.hash_key": hemmelig}', 'line 2, column 24'],
    ['{"a": 1,}', 'line 1, column 9'],
    ['', 'line 1, column 1'],
    ['{"a": "x\ny"}', 'line 1, column 7'],
    ['{"a": [1, 2}', 'line 1, column 12'],
    ['{"a": 1} x', 'line 1, column 10'],
    ["{'a': 1}", 'line 1, column 2'],
    ['{\n  // note\n  "a": 1}', 'line 2, column 3'],
    ['{"a": 01}', 'line 1, column 8'],
    ['{"a": 1', 'line 1, column 8'],
  ])('no JSON: %j is told by its place, and never quoted', (text, place) => {
    expect(read(text)).toEqual([
      `FOLDER/s.json: is no JSON: look at ${place} (a comma, a quote or a bracket too many or too few, or a comment)`,
    ]);
  });

  test.each(['[]', '"x"', 'null', '3'])('%s is JSON, but no object', (text) => {
    expect(read(text)).toEqual(['FOLDER/s.json: holds JSON, but no object; expected {"municipality.cvr": …, …}']);
  });

  test('a byte order mark is forgiven', () => {
    expect(read(`\uFEFF${JSON.stringify(least)}`)).toEqual([]);
  });

  test('a key of ours that stands there twice is refused, one of another program is not', () => {
    expect(read(`${JSON.stringify({ ...least, 'x.y': 1 }).slice(0, -1)},\n"x.y": 2,\n"municipality.cvr": "87654321"}`)).toEqual([
      'municipality.cvr: stands in the file more than once (lines 1, 3); leave one',
    ]);
  });

  test("a secret's own file that is not there or empty", () => {
    withFolder({ empty: '\n' }, (folder) => {
      expect(lines({}, { OS2BRIDGE_HASH_KEY_FILE: '/findes/ikke' })).toEqual([
        'OS2BRIDGE_HASH_KEY_FILE: names the file /findes/ikke, which cannot be read (ENOENT)',
      ]);
      expect(lines({ 'os2bridge.hash_key': null }, { OS2BRIDGE_HASH_KEY_FILE: `${folder}/empty` })).toEqual([
        `OS2BRIDGE_HASH_KEY_FILE: names the file ${folder}/empty, which is empty`,
      ]);
    });
  });
});
