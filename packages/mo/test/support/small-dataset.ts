import type { DatasetInput } from '@os2bridge/simulators';
import { uuid } from './uuids.ts';

/** Uuids of the small municipality, by what they are. */
export const id = {
  top: uuid(1),
  school: uuid(2),
  class: uuid(3),
  closed: uuid(4),
  coming: uuid(5),
  payroll: uuid(6),
  aase: uuid(11),
  bjorn: uuid(12),
  gone: uuid(13),
  teacher: uuid(20),
  oldTitle: uuid(21),
  newTitle: uuid(22),
  gapTitle: uuid(23),
  dar: uuid(24),
  email: uuid(25),
  number: uuid(26),
  aspect: uuid(27),
  fk: uuid(30),
  ad: uuid(31),
  oldSystem: uuid(32),
  changing: uuid(40),
  future: uuid(41),
  past: uuid(42),
  endedToday: uuid(43),
  unitAccount: uuid(50),
  closedAccount: uuid(51),
  aaseFk: uuid(52),
  bjornAd: uuid(53),
  schoolAd: uuid(54),
  bjornOld: uuid(55),
  street: uuid(60),
  lost: uuid(61),
  failing: uuid(62),
  mail: uuid(63),
  vacant: uuid(70),
  headed: uuid(71),
  orphaned: uuid(72),
  kle: uuid(80),
} as const;

const always = { from: '2018-01-01', to: null };
const job = { job_function: id.teacher, person: id.aase, org_unit: id.school };
const unit = (key: string, own: string, parent: string | null, period: { from: string; to: string | null } = always) => ({
  uuid: own,
  user_key: key,
  validities: [{ ...period, name: `Enhed ${key} æøå`, parent }],
});

/** A municipality on 2026-11-22 with one of everything that reads differently. */
export const smallDataset: DatasetInput = {
  meta: { now: '2026-11-22T12:00:00+01:00' },
  classes: [
    { uuid: id.teacher, user_key: 'laerer', name: 'Lærer', facet: 'engagement_job_function' },
    { uuid: id.oldTitle, user_key: '0900', name: 'Udtrådt', facet: 'engagement_job_function', from: '2018-01-01', to: '2026-11-22' },
    { uuid: id.newTitle, user_key: 'ny', name: 'Kommende', facet: 'engagement_job_function', from: '2027-01-01', to: null },
    {
      uuid: id.gapTitle,
      facet: 'engagement_job_function',
      validities: [
        { from: '2018-01-01', to: '2020-01-01', user_key: 'hul', name: 'Før' },
        { from: '2027-01-01', to: null, user_key: 'hul', name: 'Efter' },
      ],
    },
    { uuid: id.dar, user_key: 'Post', name: 'Postadresse', scope: 'DAR', facet: 'org_unit_address_type' },
    { uuid: id.email, user_key: 'EmailUnit', name: 'E-post', scope: 'EMAIL', facet: 'org_unit_address_type' },
    { uuid: id.number, user_key: '00.01.00', name: 'Kommunens styrelse', facet: 'kle_number', from: '2018-01-01', to: '2024-07-01' },
    { uuid: id.aspect, user_key: 'Udfoerende', name: 'Udførende', scope: 'UDFOERENDE', facet: 'kle_aspect' },
  ],
  itsystems: [
    { uuid: id.fk, user_key: 'FK-ORG-UUID', name: 'FK-org' },
    { uuid: id.ad, user_key: 'AD', name: 'Active Directory' },
    { uuid: id.oldSystem, user_key: 'GL', name: 'Gammelt', from: '2018-01-01', to: '2026-11-22' },
  ],
  org_units: [
    unit('top', id.top, null),
    unit('skole', id.school, id.top),
    unit('klasse', id.class, id.school),
    unit('lukket', id.closed, id.top, { from: '2018-01-01', to: '2026-11-22' }),
    unit('kommende', id.coming, id.top, { from: '2027-01-01', to: null }),
    unit('loen', id.payroll, null),
  ],
  persons: [
    { uuid: id.aase, user_key: 'aase', given_name: 'Åse', surname: 'Ærlig', cpr_number: '0101009999' },
    { uuid: id.bjorn, user_key: 'bjorn', given_name: 'Bjørn', surname: 'Ø', nickname_given_name: 'Bø' },
  ],
  engagements: [
    {
      uuid: id.changing,
      validities: [
        { ...job, from: '2019-06-01', to: '2024-07-01', extension_1: 'vikar' },
        { ...job, from: '2024-07-01', to: '2027-02-01' },
        { ...job, from: '2027-02-01', to: null, org_unit: id.class },
      ],
    },
    { uuid: id.future, validities: [{ ...job, from: '2027-01-01', to: '2027-06-01', org_unit: id.coming, job_function: id.newTitle }] },
    { uuid: id.past, validities: [{ ...job, from: '2019-01-01', to: '2020-01-01' }] },
    { uuid: id.endedToday, validities: [{ ...job, from: '2019-01-01', to: '2026-11-22', job_function: id.oldTitle }] },
  ],
  itusers: [
    { uuid: id.unitAccount, validities: [{ ...always, itsystem: id.fk, user_key: uuid(900), org_unit: id.school }] },
    {
      uuid: id.closedAccount,
      validities: [{ from: '2018-01-01', to: '2026-11-22', itsystem: id.fk, user_key: uuid(901), org_unit: id.class }],
    },
    {
      uuid: id.aaseFk,
      validities: [{ ...always, itsystem: id.fk, user_key: uuid(902).toUpperCase(), person: id.aase, engagements: [id.changing] }],
    },
    { uuid: id.bjornAd, validities: [{ ...always, itsystem: id.ad, user_key: 'bjø', person: id.bjorn }] },
    { uuid: id.schoolAd, validities: [{ ...always, itsystem: id.ad, user_key: 'bjø', org_unit: id.school }] },
    { uuid: id.bjornOld, validities: [{ ...always, itsystem: id.oldSystem, user_key: 'BJØ', person: id.bjorn }] },
  ],
  addresses: [
    {
      uuid: id.street,
      validities: [{ ...always, address_type: id.dar, value: uuid(910), name: 'Ærøvej 1, 9999 Eksempelby', org_unit: id.school }],
    },
    { uuid: id.lost, validities: [{ ...always, address_type: id.dar, value: uuid(911), name: 'Ukendt', org_unit: id.school }] },
    { uuid: id.failing, validities: [{ ...always, address_type: id.dar, value: uuid(912), name: null, org_unit: id.school }] },
    {
      uuid: id.mail,
      validities: [{ ...always, address_type: id.email, value: 'aase@eksempel.example', person: id.aase, engagement: id.changing }],
    },
  ],
  managers: [
    { uuid: id.vacant, validities: [{ ...always, org_unit: id.top, person: null }] },
    { uuid: id.headed, validities: [{ ...always, org_unit: id.school, person: id.aase }] },
    { uuid: id.orphaned, validities: [{ ...always, org_unit: id.class, person: id.gone }] },
  ],
  kles: [{ uuid: id.kle, validities: [{ ...always, org_unit: id.school, kle_number: id.number, kle_aspects: [id.aspect] }] }],
};
