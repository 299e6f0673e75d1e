import { describe, expect, test } from 'vitest';
import { generateKitos, kitosDatasetSchema, kitosSettings } from '../../src/index.ts';

const size = { systems: 200, usages: 150, users: 400, seed: 1 } as const;

describe('a generated Kitos', () => {
  test('has the size that was asked for and is the same each time', () => {
    const kitos = generateKitos(size);
    expect([kitos.systems.length, kitos.usages.length, kitos.users.length]).toEqual([200, 150, 400]);
    expect(generateKitos(size)).toEqual(kitos);
    expect(generateKitos({ ...size, seed: 2 })).not.toEqual(kitos);
    expect(kitosDatasetSchema.parse(kitos)).toEqual(kitos);
  });

  test('has nobody and nothing twice', () => {
    const { users, systems, usages } = generateKitos(size);
    expect(new Set(users.map(({ email }) => email?.toLowerCase())).size).toBe(400);
    expect(new Set([...users, ...systems, ...usages].map(({ uuid }) => uuid)).size).toBe(750);
    expect(new Set(usages.map(({ system }) => system)).size).toBe(150);
    expect(new Set(systems.map(({ name }) => name)).size).toBe(200);
  });

  test('has the cases that matter: no holder, several, missing in the list, anonymised, namesakes, invalid, deactivated', () => {
    const { users, systems, usages, meta } = generateKitos(size);
    const owners = usages.map(({ roles }) => roles.filter(({ role }) => role === meta.systemOwnerRole).length);
    expect(owners).toContain(0);
    expect(Math.max(...owners)).toBeGreaterThan(1);
    expect(users.some(({ organisations, firstName }) => organisations?.length === 0 && firstName !== 'Slettet bruger')).toBe(true);
    expect(users.some(({ firstName }) => firstName === 'Slettet bruger')).toBe(true);
    expect(new Set(users.map(({ firstName, lastName }) => `${firstName} ${lastName}`)).size).toBeLessThan(400);
    expect(usages.some(({ lifeCycleStatus }) => lifeCycleStatus === 'NotInUse')).toBe(true);
    expect(systems.some(({ deactivated }) => deactivated)).toBe(true);
  });

  test('has an organisation before the municipality whose number contains the municipality’s', () => {
    const { organisations, meta } = generateKitos({ ...size, cvr: '87654321' });
    expect(organisations.map(({ cvr }) => cvr)).toEqual(['876543211', '87654321']);
    expect(organisations[1]?.uuid).toBe(meta.organisation);
  });

  test('comes with the settings that fit, under the names of the seed', () => {
    const { meta, roleTypes } = generateKitos(size);
    expect(kitosSettings(meta)).toMatchObject({
      'rc.integrations.kitos.cvr': '12345678',
      'rc.integrations.kitos.systemOwnerRoleUUID': roleTypes.find(({ name }) => name === 'Systemejer')?.uuid,
      'rc.integrations.kitos.systemResponsibleRoleUUID': roleTypes.find(({ name }) => name === 'Systemansvarlig')?.uuid,
    });
  });

  test('refuses more usages than systems', () => {
    expect(() => generateKitos({ systems: 1, usages: 2, users: 0, seed: 1 })).toThrow(RangeError);
  });

  test('may be empty, and may be larger than the words for its systems', () => {
    expect(generateKitos({ systems: 0, usages: 0, users: 0, seed: 1 }).systems).toEqual([]);
    const { systems } = generateKitos({ systems: 600, usages: 600, users: 0, seed: 1 });
    expect(new Set(systems.map(({ name }) => name)).size).toBe(600);
  });
});
