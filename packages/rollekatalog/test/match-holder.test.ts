import { describe, expect, test } from 'vitest';
import { createUserIndex, matchHolder, type HolderMatch, type RollekatalogUser } from '../src/index.ts';

const user = (uuid: string, part: Partial<RollekatalogUser> = {}): RollekatalogUser => ({
  uuid,
  extUuid: `ext-${uuid}`,
  name: `Navn ${uuid}`,
  email: `${uuid}@kommune.example`,
  disabled: false,
  deleted: false,
  inPrimaryDomain: true,
  ...part,
});

const match = (users: readonly RollekatalogUser[], holder: { name?: string | null; email?: string | null }): HolderMatch =>
  matchHolder({ name: null, email: null, ...holder }, createUserIndex(users));

const matched = (...args: Parameters<typeof match>): string => {
  const result = match(...args);
  return result.matched ? `${result.by} ${result.user.uuid}` : result.reason;
};

describe('by e-mail', () => {
  test('case and blanks around do not matter, æøå included', () => {
    expect(matched([user('1', { email: ' Søren.Ærø@Kommune.example' })], { email: 'SØREN.ÆRØ@kommune.EXAMPLE ' })).toBe('email 1');
  });

  test('a decomposed å is the same letter', () => {
    expect(matched([user('1', { email: 'g\u00e5s@kommune.example' })], { email: 'GA\u030AS@kommune.example' })).toBe('email 1');
  });

  test('it goes before the name, also when another user has the name', () => {
    const users = [user('1', { name: 'Anna Berg' }), user('2', { email: 'anna@kommune.example' })];
    expect(matched(users, { name: 'Anna Berg', email: 'anna@kommune.example' })).toBe('email 2');
  });

  test('of several users an enabled one goes before the primary domain, and that before the lowest uuid', () => {
    const email = 'fælles@kommune.example';
    const low = user('1', { email, disabled: true });
    const foreign = user('2', { email, inPrimaryDomain: false });
    const first = user('3', { email });
    const second = user('4', { email });
    expect(matched([second, low, foreign, first], { email })).toBe('email 3');
    expect(matched([low, foreign], { email })).toBe('email 2');
    expect(matched([user('B', { email }), user('a', { email })], { email })).toBe('email a');
    expect(match([second, first], { email })).toMatchObject({ candidates: 2 });
  });

  test('the only user is taken although disabled', () => {
    expect(matched([user('1', { email: 'a@b.example', disabled: true })], { email: 'a@b.example' })).toBe('email 1');
  });

  test('a deleted user never matches, and does not stand in the way of another', () => {
    const users = [user('1', { email: 'a@b.example', deleted: true }), user('2', { email: 'A@b.example', disabled: true })];
    expect(matched(users.slice(0, 1), { email: 'a@b.example' })).toBe('no-match');
    expect(matched(users, { email: 'a@b.example' })).toBe('email 2');
  });

  test('blanks within an address are not folded away', () => {
    expect(matched([user('1', { email: 'ab@c.example' })], { email: 'a b@c.example' })).toBe('no-match');
  });
});

describe('by full name', () => {
  test('case and every kind of blank fold, æøå included', () => {
    expect(matched([user('1', { name: ' Åse  Bjørn\u00a0Ærø ' })], { name: 'ÅSE\tBJØRN ærø', email: 'ny@kommune.example' })).toBe('name 1');
  });

  test('a decomposed Å is the same letter', () => {
    expect(matched([user('1', { name: '\u00c5se Ørsted' })], { name: 'A\u030Ase ørsted' })).toBe('name 1');
  });

  test('æ is not ae and å is not aa', () => {
    expect(matched([user('1', { name: 'Aase Kær' })], { name: 'Åse Kaer' })).toBe('no-match');
  });

  test('two people of one name are ambiguous, also when one is disabled', () => {
    const users = [user('1', { name: 'Jens Hansen' }), user('2', { name: 'jens hansen', disabled: true })];
    expect(match(users, { name: 'Jens Hansen' })).toEqual({ matched: false, reason: 'ambiguous', candidates: 2 });
  });

  test('two accounts of one person are no namesakes: the preferred one is taken', () => {
    const name = 'Jens Hansen';
    const byUuid = [user('1', { name, extUuid: 'E', inPrimaryDomain: false, email: null }), user('2', { name, extUuid: 'e', email: null })];
    expect(matched(byUuid, { name })).toBe('name 2');
    const byEmail = [user('1', { name, email: 'JH@k.example', disabled: true }), user('2', { name, email: 'jh@k.example' })];
    expect(matched(byEmail, { name })).toBe('name 2');
  });

  test('accounts hang together through a third one', () => {
    const name = 'Jens Hansen';
    const users = [
      user('1', { name, extUuid: 'E', email: null }),
      user('2', { name, email: 'jh@k.example' }),
      user('3', { name, extUuid: 'E', email: 'jh@k.example' }),
    ];
    expect(matched(users, { name })).toBe('name 1');
  });

  test('a deleted namesake does not count', () => {
    expect(matched([user('1', { name: 'Jens Hansen', deleted: true }), user('2', { name: 'Jens Hansen' })], { name: 'Jens Hansen' })).toBe(
      'name 2',
    );
  });
});

describe('never', () => {
  test.each([
    { name: 'Slettet bruger ', email: null },
    { name: 'SLETTET  BRUGER', email: 'anna@kommune.example' },
    { name: 'Anna Berg', email: '3f0f4a0c-8a64-4a5f-9d1d-2d1a6a0f7a11_deleted_user@kitos.dk' },
  ])('an anonymised holder matches nobody: %j', (holder) => {
    const users = [user('1', { name: 'Slettet bruger', email: 'anna@kommune.example' }), user('2', { name: 'Anna Berg' })];
    expect(match(users, holder)).toEqual({ matched: false, reason: 'anonymised', candidates: 0 });
  });

  test.each([
    { name: null, email: null },
    { name: '', email: '' },
    { name: '  ', email: ' ' },
  ])('nothing to match by: %j', (holder) => {
    expect(matched([user('1', { name: '', email: '' }), user('2', { name: ' ', email: null })], holder)).toBe('nothing-to-match');
  });

  test('a name or an address of 300 characters matches nobody, cut or whole', () => {
    const long = 'å'.repeat(300);
    const users = [user('1', { name: long.slice(0, 255), email: long.slice(0, 255) })];
    expect(matched(users, { name: long, email: long })).toBe('nothing-to-match');
    expect(matched(users, { name: long.slice(0, 255) })).toBe('nothing-to-match');
    expect(matched([user('1', { name: 'Anna' })], { name: 'Anna', email: long })).toBe('name 1');
  });
});

test('ten thousand users are asked ten thousand times in a moment', () => {
  const users = Array.from({ length: 10_000 }, (_, number) => user(String(number)));
  const index = createUserIndex(users);
  const start = performance.now();
  for (const { name } of users) expect(matchHolder({ name, email: 'ukendt@kommune.example' }, index).matched).toBe(true);
  expect(performance.now() - start).toBeLessThan(2_000);
});
