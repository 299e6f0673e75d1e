import type { DatasetInput } from '@os2bridge/simulators';
import type { Uuid } from '@os2bridge/model';

/** A uuid of its own for every number. */
export const uuid = (n: number): Uuid => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid;

export const town = {
  top: uuid(1),
  harbour: uuid(2),
  /** In the tree, of a type that the settings ignore. */
  project: uuid(3),
  outside: uuid(4),
  ended: uuid(5),
  /** Has an FK uuid of its own. */
  renumbered: uuid(6),
  renumberedFk: uuid(906),
  nobody: uuid(99),
  hired: uuid(101),
  /** Engaged outside the tree. */
  outsider: uuid(102),
  /** Its FK account holds no uuid. */
  muddled: uuid(103),
  projectType: uuid(201),
  unitType: uuid(202),
  job: uuid(203),
  fkSystem: uuid(301),
  adSystem: uuid(302),
  engagement: uuid(401),
  fkAccount: uuid(501),
  badAccount: uuid(502),
} as const;

const person = (id: Uuid, givenName: string, cpr: string) => ({
  uuid: id,
  user_key: id,
  given_name: givenName,
  surname: 'Ærø',
  cpr_number: cpr,
});
const unit = (id: Uuid, name: string, parent: Uuid | null, more: object = {}) => ({
  uuid: id,
  user_key: name,
  name,
  parent,
  unit_type: town.unitType,
  from: '2020-01-01',
  ...more,
});

/** The smallest municipality with one of everything that `explain` must tell apart. Everybody in it is invented. */
export const smallTown: DatasetInput = {
  meta: { now: '2026-11-22' },
  classes: [
    { uuid: town.projectType, user_key: 'Projekt', name: 'Projekt', facet: 'org_unit_type' },
    { uuid: town.unitType, user_key: 'Afdeling', name: 'Afdeling', facet: 'org_unit_type' },
    { uuid: town.job, user_key: 'Havnefoged', name: 'Havnefoged', facet: 'engagement_job_function' },
  ],
  itsystems: [
    { uuid: town.fkSystem, user_key: 'FK-org', name: 'FK-org uuid' },
    { uuid: town.adSystem, user_key: 'AD', name: 'Active Directory' },
  ],
  org_units: [
    unit(town.top, 'Havneby', null),
    unit(town.harbour, 'Havnekontoret', town.top),
    unit(town.project, 'Ny mole', town.harbour, { unit_type: town.projectType }),
    unit(town.outside, 'Et andet sted', null),
    unit(town.ended, 'Nedlagt', town.top, { to: '2025-01-01' }),
    unit(town.renumbered, 'Omnummereret', town.top),
  ],
  persons: [
    person(town.hired, 'Søren', '0101000001'),
    person(town.outsider, 'Åse', '0101000002'),
    person(town.muddled, 'Jørgen', '0101000003'),
  ],
  engagements: [
    { uuid: town.engagement, user_key: 'e1', person: town.hired, org_unit: town.harbour, job_function: town.job, from: '2024-01-01' },
    { uuid: uuid(402), user_key: 'e2', person: town.outsider, org_unit: town.outside, job_function: town.job, from: '2024-01-01' },
    { uuid: uuid(403), user_key: 'e3', person: town.muddled, org_unit: town.harbour, job_function: town.job, from: '2024-01-01' },
  ],
  itusers: [
    {
      uuid: town.fkAccount,
      user_key: town.renumberedFk.toUpperCase(),
      itsystem: town.fkSystem,
      org_unit: town.renumbered,
      from: '2024-01-01',
    },
    { uuid: town.badAccount, user_key: 'slet-ingen-uuid', itsystem: town.fkSystem, person: town.muddled, from: '2024-01-01' },
  ],
};

export const townSettings: Readonly<Record<string, unknown>> = {
  'os2sync.top_unit_uuid': town.top,
  'os2sync.ignored.unit_types': [town.projectType],
  os2sync_uuid_from_it_systems: ['FK-org uuid'],
};
