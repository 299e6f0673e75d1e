import { describe, expect, test } from 'vitest';
import { createRedactor } from '../src/index.ts';

const { text, value } = createRedactor(['s3cr3t-of-the-client']);
const GONE = '[redacted]';
const UUID = '2b000000-0000-4000-8000-010203123456';

describe('what is taken out of a text', () => {
  test.each([
    ['cpr 010203-1234 findes', `cpr ${GONE} findes`],
    ['cpr 0102031234, to gange 0102031235.', `cpr ${GONE}, to gange ${GONE}.`],
    ['erstatning 610203-1234', `erstatning ${GONE}`],
    ['010203 1234', GONE],
    ['/service/e/0102031234/details', `/service/e/${GONE}/details`],
    ['åse.bækmark@bogelund.dk skrev', `${GONE} skrev`],
    ['GET /find?q=aase%40bogelund.dk', `GET /find?q=${GONE}`],
    ['ring +45 23 45 67 89 i dag', `ring ${GONE} i dag`],
    ['ring 004523456789', `ring ${GONE}`],
    ['ring 23 45 67 89', `ring ${GONE}`],
    ['ring 2345 6789', `ring ${GONE}`],
    ['ring 23456789.', `ring ${GONE}.`],
    ['ring +4640123456', `ring ${GONE}`],
    ['Authorization: Bearer abc.def-ghi', `Authorization: ${GONE} ${GONE}`],
    ['sent bearer abcdef123456', `sent bearer ${GONE}`],
    ['jwt eyJhbGciOi.eyJzdWIiOi.SflKxw tog', `jwt ${GONE} tog`],
    ['redis://bruger:hem@me/lig@redis:6379/0', `redis://${GONE}@redis:6379/0`],
    ['https://:hemmelig@mo.dk/x', `https://${GONE}@mo.dk/x`],
    ['POST /token?client_secret=abc&grant=x', `POST /token?client_secret=${GONE}&grant=x`],
    ['client_secret=abc client_id=x', `client_secret=${GONE} client_id=x`],
    [`token=${UUID}`, `token=${GONE}`],
    ['{"Person":{"Name":"Åse Bækmark","Cpr":"0102031234"},"Uuid":"x"}', `{"Person":{"Name":"${GONE}","Cpr":"${GONE}"},"Uuid":"x"}`],
    [
      String.raw`"{\"Email\":\"åse\",\"PhoneNumber\":\"12345678\"}"`,
      String.raw`"{\"Email\":\"[redacted]\",\"PhoneNumber\":\"[redacted]\"}"`,
    ],
    ["{ password: 'hemmelig', 'api-key': 'x' }", `{ password: '${GONE}', 'api-key': '${GONE}' }`],
    ['the secret s3cr3t-of-the-client was there', `the secret ${GONE} was there`],
  ])('%s', (from, to) => {
    expect(text(from)).toBe(to);
  });
});

describe('what stays in a text', () => {
  test.each([
    [`unit ${UUID} not found`],
    ['uuid 01020312-3456-4000-8000-010203123456'],
    [`person=${UUID}`],
    ['at 2026-11-22T02:00:00.123Z, took 1763850000123 ms'],
    ['since 1763850000 (seconds)'],
    ['2026-11-22 02:00:00+01:00'],
    ['queue os2sync-29189846 and {os2bridge}:os2sync-29189846:wait'],
    ['CVR 29189846, cvr: 29189846'],
    ['sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    ['hash a0102031234f'],
    ['http://localhost:8081/api/v1.1/user answered 500 after 30000 ms'],
    ['0.0102031234 of 12345678901234'],
    ['sent 12000 of 16000, 99.5 %'],
    ['os2bridge.hash_key: is missing, expected a secret text'],
    ['ECONNREFUSED 127.0.0.1:6379'],
    ['at file:///app/packages/mo/src/read.ts:10:5'],
  ])('%s', (from) => {
    expect(text(from)).toBe(from);
  });

  test('the digits of an id, when told that it is one', () => {
    expect(text('29189846', { phones: false })).toBe('29189846');
  });
});

describe('what is taken out of fields', () => {
  test.each([
    'name',
    'Name',
    'cpr',
    'Cpr',
    'cpr_number',
    'person',
    'PhoneNumber',
    'email',
    'emailAddress',
    'address',
    'user_id',
    'UserId',
    'givenName',
    'nickname',
    'surname',
    'Landline',
    'Location',
  ])('a text under %s', (key) => {
    expect(value({ [key]: 'Åse' })).toEqual({ [key]: GONE });
  });

  test.each([
    'token',
    'accessToken',
    'access_token',
    'client_secret',
    'password',
    'Authorization',
    'apiKey',
    'X-Api-Key',
    'hash_key',
    'set-cookie',
    'session',
    'SAML_TOKEN',
  ])('anything under %s, a uuid too', (key) => {
    expect(value({ [key]: UUID })).toEqual({ [key]: GONE });
    expect(value({ [key]: ['x'] })).toEqual({ [key]: GONE });
    expect(value({ [key]: 12345 })).toEqual({ [key]: GONE });
  });

  test('a uuid, a switch, a count and nothing at all stay under a personal key', () => {
    const kept = { person: UUID, email: false, phone: 3, address: null, name: '' };
    expect(value(kept)).toEqual(kept);
  });

  test('a number or an object under a personal key goes', () => {
    expect(value({ phone: 23456789, cpr: 102031234, person: { uuid: UUID } })).toEqual({ phone: GONE, cpr: GONE, person: GONE });
  });

  test('ids and numbers stay, at any depth', () => {
    const kept = {
      unit: UUID,
      counts: [1, 2.5, { sent: 10 }],
      queue: '29189846',
      cvr: '29189846',
      at: '2026-11-22',
      big: 1012345678,
      no: null,
    };
    expect(value(kept)).toEqual(kept);
  });

  test('nested, in lists, maps and sets', () => {
    const from = {
      a: [{ b: { Cpr: '0102031234', text: 'skriv til åse@x.dk' } }],
      m: new Map([['email', 'x']]),
      s: new Set(['010203-1234']),
    };
    expect(value(from)).toEqual({ a: [{ b: { Cpr: GONE, text: `skriv til ${GONE}` } }], m: { email: GONE }, s: [GONE] });
  });

  test('a key that is itself a number of a person', () => {
    expect(value({ '0102031234': 1 })).toEqual({ [GONE]: 1 });
  });

  test('addresses, dates, bytes and odd things become plain text', () => {
    const from = {
      url: new URL('https://a:b@mo.dk/?token=x'),
      date: new Date(0),
      bad: new Date(NaN),
      bytes: Buffer.from('hej'),
      big: 10n,
      f: () => 1,
      u: undefined,
    };
    expect(value(from)).toEqual({
      url: `https://${GONE}@mo.dk/?token=${GONE}`,
      date: '1970-01-01T00:00:00.000Z',
      bad: 'invalid date',
      bytes: '[3 bytes]',
      big: '10',
      f: '[function]',
      u: undefined,
    });
  });
});

describe('errors', () => {
  test('message, code, stack and every cause are kept and redacted; what else hangs on them is not', () => {
    const cause = Object.assign(new Error('no 0102031234'), { code: 'ECONNREFUSED', config: { headers: { Authorization: 'x' } } });
    const found = value({ error: new TypeError('mail to åse@x.dk', { cause }) });
    expect(found).toEqual({
      error: {
        type: 'TypeError',
        message: `mail to ${GONE}`,
        stack: expect.stringContaining(`TypeError: mail to ${GONE}`),
        cause: { type: 'Error', message: `no ${GONE}`, code: 'ECONNREFUSED', stack: expect.any(String) },
      },
    });
    expect(JSON.stringify(found)).not.toMatch(/0102031234|@x\.dk|Authorization/);
  });

  test('several in one', () => {
    expect(value(new AggregateError([new Error('010203-1234')], 'all failed'))).toMatchObject({
      message: 'all failed',
      errors: [{ message: GONE }],
    });
  });

  test('one that is its own cause ends', () => {
    const error = new Error('x');
    error.cause = error;
    expect(value(error)).toMatchObject({ message: 'x', cause: '[circular]' });
  });
});

describe('size', () => {
  test('circles and depth end', () => {
    const circle: Record<string, unknown> = {};
    circle['again'] = circle;
    expect(value(circle)).toEqual({ again: '[circular]' });
    expect(JSON.stringify(value([[[[[[[['deep']]]]]]]]))).toBe('[[[[[["[deep]"]]]]]]');
  });

  test('the same object twice is no circle', () => {
    const shared = { n: 1 };
    expect(value([shared, shared])).toEqual([{ n: 1 }, { n: 1 }]);
  });

  test('long texts, lists and objects are cut', () => {
    expect(text('x '.repeat(5_000))).toHaveLength(4_001);
    expect(value(Array.from({ length: 60 }, (_, n) => n))).toHaveLength(51);
    expect(Object.keys(Object(value(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`k${n}`, n])))))).toHaveLength(51);
  });

  test('a megabyte of anything takes no time to speak of', () => {
    const start = performance.now();
    for (const sign of ['a', '1', '"', 'a@', 'a=', '12 ', '://', '\\"a":"', "{'a':", 'eyJ', '%40', ' +45'])
      text(sign.repeat(1_000_000 / sign.length));
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test('a getter that throws stops nothing', () => {
    const odd = {
      get broken() {
        throw new Error('no');
      },
      n: 1,
    };
    expect(value(odd)).toEqual({ broken: '[unreadable]', n: 1 });
    expect(
      value(
        new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error('no');
            },
          },
        ),
      ),
    ).toBe('[unreadable]');
  });
});
