import type { Uuid } from '@os2bridge/model';
import type { DatasetInput } from '@os2bridge/simulators';
import { uuid } from './small-town.ts';

/** Who is who in Harbour, the municipality of the pipeline's tests. Everybody and everything in it is invented. */
export const harbour = {
  top: uuid(1),
  council: uuid(2),
  port: uuid(3),
  /** Below the port. */
  dock: uuid(4),
  /** Works at the port; has an AD account, an e-mail address and a phone. */
  soren: uuid(101),
  /** Works in the council. */
  ase: uuid(102),
  /** Works in the dock. */
  jorn: uuid(103),
  sorensJob: uuid(401),
  asesJob: uuid(402),
  jornsJob: uuid(403),
  sorensEmail: uuid(601),
  sorensPhone: uuid(602),
  sorensAccount: uuid(501),
} as const;

const classes = { unitType: uuid(201), clerk: uuid(202), email: uuid(203), phone: uuid(204) } as const;
const systems = { fk: uuid(301), ad: uuid(302) } as const;

type Row<Name extends keyof DatasetInput> = NonNullable<DatasetInput[Name]> extends readonly (infer One)[] ? One : never;

const unit = (id: Uuid, name: string, parent: Uuid | null): Row<'org_units'> => ({
  uuid: id,
  user_key: id,
  name,
  parent,
  unit_type: classes.unitType,
  from: '2015-01-01',
});

const person = (id: Uuid, givenName: string, surname: string, cpr: string): Row<'persons'> => ({
  uuid: id,
  user_key: id,
  given_name: givenName,
  surname,
  cpr_number: cpr,
});

const job = (id: Uuid, who: Uuid, where: Uuid): Row<'engagements'> => ({
  uuid: id,
  user_key: id,
  person: who,
  org_unit: where,
  job_function: classes.clerk,
  from: '2020-01-01',
});

/** An it account that gives its unit or person another uuid in FK Organisation. */
export const fkAccount = (id: Uuid, of: { person: Uuid } | { org_unit: Uuid }, value: string): Row<'itusers'> => ({
  uuid: id,
  user_key: value,
  itsystem: systems.fk,
  from: '2020-01-01',
  ...of,
});

/** Four units, three employees: small enough to know by heart what FK Organisation should hold. */
export const harbourTown = {
  classes: [
    { uuid: classes.unitType, user_key: 'Afdeling', name: 'Afdeling', facet: 'org_unit_type' },
    { uuid: classes.clerk, user_key: 'Havnefoged', name: 'Havnefoged', facet: 'engagement_job_function' },
    { uuid: classes.email, user_key: 'Email', name: 'E-mail', scope: 'EMAIL', facet: 'employee_address_type' },
    { uuid: classes.phone, user_key: 'Phone', name: 'Telefon', scope: 'PHONE', facet: 'employee_address_type' },
  ],
  itsystems: [
    { uuid: systems.fk, user_key: 'FK-org', name: 'FK-org uuid' },
    { uuid: systems.ad, user_key: 'AD', name: 'Active Directory' },
  ],
  org_units: [
    unit(harbour.top, 'Havneby Kommune', null),
    unit(harbour.council, 'Rådhuset', harbour.top),
    unit(harbour.port, 'Havnen', harbour.top),
    unit(harbour.dock, 'Tørdokken', harbour.port),
  ],
  persons: [
    person(harbour.soren, 'Søren', 'Skibsbygger', '0101700001'),
    person(harbour.ase, 'Åse', 'Ankerkæde', '0202800002'),
    person(harbour.jorn, 'Jørn', 'Jollemand', '0303900003'),
  ],
  engagements: [
    job(harbour.sorensJob, harbour.soren, harbour.port),
    job(harbour.asesJob, harbour.ase, harbour.council),
    job(harbour.jornsJob, harbour.jorn, harbour.dock),
  ],
  itusers: [{ uuid: harbour.sorensAccount, user_key: 'sosk', itsystem: systems.ad, person: harbour.soren, from: '2020-01-01' }],
  addresses: [
    { uuid: harbour.sorensEmail, address_type: classes.email, value: 'sosk@havneby.example', person: harbour.soren, from: '2020-01-01' },
    { uuid: harbour.sorensPhone, address_type: classes.phone, value: '12345670', person: harbour.soren, from: '2020-01-01' },
  ],
} satisfies DatasetInput;

export const harbourSettings: Readonly<Record<string, unknown>> = {
  'os2sync.top_unit_uuid': harbour.top,
  os2sync_uuid_from_it_systems: ['FK-org uuid'],
};

const COLLECTIONS = ['classes', 'itsystems', 'org_units', 'persons', 'engagements', 'itusers', 'addresses'] as const;
type Collection = (typeof COLLECTIONS)[number];

const eachCollection = (
  dataset: DatasetInput,
  change: (rows: readonly { uuid: string }[], name: Collection) => readonly object[],
): DatasetInput => ({
  ...dataset,
  ...Object.fromEntries(COLLECTIONS.map((name) => [name, change((dataset[name] ?? []) as { uuid: string }[], name)])),
});

/** The municipality with other values in one row. */
export const altered = (dataset: DatasetInput, id: Uuid, fields: object): DatasetInput =>
  eachCollection(dataset, (rows) => rows.map((row) => (row.uuid === id ? { ...row, ...fields } : row)));

/** The municipality without these rows, as if they had never been. */
export const without = (dataset: DatasetInput, ...ids: readonly Uuid[]): DatasetInput =>
  eachCollection(dataset, (rows) => rows.filter((row) => !ids.some((id) => id === row.uuid)));

/** The municipality with these rows too. */
export const joined = (dataset: DatasetInput, more: Partial<Record<Collection, readonly object[]>>): DatasetInput =>
  eachCollection(dataset, (rows, name) => [...rows, ...(more[name] ?? [])]);

/** Harbour with so many clerks more, at the port; person n is `uuid(1000 + n)`, its engagement `uuid(5000 + n)`. */
export const crowded = (clerks: number): DatasetInput => {
  const numbers = Array.from({ length: clerks }, (_, n) => n);
  return joined(harbourTown, {
    persons: numbers.map((n) => person(uuid(1000 + n), 'Klerk', `Nummer ${n}`, String(1_101_000_000 + n))),
    engagements: numbers.map((n) => job(uuid(5000 + n), uuid(1000 + n), harbour.port)),
  });
};
