import type { Os2syncSettings } from '@os2bridge/config';
import { silentLogger } from '@os2bridge/logging';
import { parseUuid, type FkOrgUnit, type FkUser, type Uuid } from '@os2bridge/model';
import { createOs2syncClient, Os2syncError, type Os2syncClient } from '../src/index.ts';

export const CVR = '12345678';
export const KEY = 'secret-key-1';

export const uuid = (number: number): Uuid => {
  const parsed = parseUuid(`10000000-0000-4000-8000-${number.toString().padStart(12, '0')}`);
  if (parsed === null) throw new Error('no uuid');
  return parsed;
};

export const settingsFor = (url: string, changes: Partial<Os2syncSettings> = {}): Os2syncSettings => ({
  apiUrl: `${url}/api`,
  apiKey: KEY,
  cvr: CVR,
  verifyTls: true,
  timeoutMs: 30_000,
  concurrency: 4,
  hierarchyTimeoutMs: 30_000,
  hierarchyPollMs: 10,
  ...changes,
});

export const clientFor = (url: string, changes: Partial<Os2syncSettings> = {}): Os2syncClient =>
  createOs2syncClient({ settings: settingsFor(url, changes), logger: silentLogger });

export const unit = (number: number, changes: Partial<FkOrgUnit> = {}): FkOrgUnit => ({
  Uuid: uuid(number),
  Name: 'Havnekontoret på Ærø',
  ShortKey: null,
  ParentOrgUnitUuid: null,
  PayoutUnitUuid: null,
  ManagerUuid: null,
  PhoneNumber: '88112233',
  Email: 'havn@example.dk',
  Location: null,
  Landline: null,
  Url: null,
  Ean: null,
  Contact: null,
  ContactOpenHours: null,
  PhoneOpenHours: null,
  EmailRemarks: null,
  PostReturn: null,
  Post: null,
  PostSecondary: null,
  FOA: null,
  PNR: null,
  SOR: null,
  DtrId: null,
  LOSShortName: null,
  LOSId: null,
  Tasks: [],
  ItSystems: [],
  ContactForTasks: [],
  ContactPlaces: [],
  ...changes,
});

/** An invented person; each of these values is unlike anything else, so that a test can look for it in messages. */
export const PERSONAL = {
  name: 'Åse Østergård-Hemmelig',
  cpr: '0101909876',
  email: 'aase.hemmelig@example.dk',
  phone: '55667788',
  userId: 'aaseh1',
};

export const user = (number: number, changes: Partial<FkUser> = {}): FkUser => ({
  Uuid: uuid(number),
  UserId: PERSONAL.userId,
  Person: { Name: PERSONAL.name, Cpr: PERSONAL.cpr },
  Positions: [{ Name: 'Havnefoged', OrgUnitUuid: uuid(1), StartDate: '2025-01-01', StopDate: null }],
  Email: PERSONAL.email,
  PhoneNumber: PERSONAL.phone,
  Landline: null,
  Location: null,
  ...changes,
});

/** The Os2syncError that `promise` ends with; anything else fails the test. */
export const errorOf = async (promise: Promise<unknown>): Promise<Os2syncError> => {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Os2syncError) return error;
    throw error;
  }
  throw new Error('it should have failed');
};
