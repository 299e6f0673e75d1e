import type { DatasetInput } from '../../src/dataset/dataset.ts';

/** A made-up uuid that sorts by its number. */
export const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const ids = {
  town: id(1),
  school: id(2),
  canteen: id(3),
  library: id(4),
  payroll: id(9),
  asa: id(11),
  bo: id(12),
  teacher: id(21),
  cook: id(22),
  mail: id(31),
  phone: id(32),
  dar: id(33),
  public: id(34),
  primary: id(35),
  oldFunction: id(36),
  kleNumber: id(37),
  aspect: id(38),
  unitType: id(39),
  ad: id(41),
  fk: id(42),
  oldSystem: id(43),
  asaAd: id(51),
  asaOld: id(52),
  boAd: id(53),
  asaMail: id(61),
  schoolDar: id(62),
  brokenDar: id(63),
  vacantPost: id(71),
  ghostPost: id(72),
  emptyKle: id(81),
} as const;

/**
 * Read on 2026-11-22. Town > school > canteen; the library ended today, the payroll unit is a root of its own. Åsa teaches at the school, Bo cooked in the
 * canteen until today and comes back tomorrow.
 */
export const smallTown: DatasetInput = {
  meta: { now: '2026-11-22T12:00:00+01:00' },
  classes: [
    { uuid: ids.mail, user_key: 'EmailEmployee', name: 'E-mail', scope: 'EMAIL', facet: 'employee_address_type' },
    { uuid: ids.phone, user_key: 'PhoneEmployee', name: 'Telefon', scope: 'PHONE', facet: 'employee_address_type' },
    { uuid: ids.dar, user_key: 'AddressMailUnit', name: 'Postadresse', scope: 'DAR', facet: 'org_unit_address_type' },
    { uuid: ids.public, user_key: 'Ekstern', name: 'Må vises eksternt', scope: 'PUBLIC', facet: 'visibility' },
    { uuid: ids.primary, user_key: 'primary', name: 'Primær', scope: '3000', facet: 'primary_type' },
    { uuid: ids.teacher, user_key: 'lærer', name: 'Lærer', facet: 'engagement_job_function' },
    { uuid: ids.oldFunction, user_key: 'kok', name: 'Kok', facet: 'engagement_job_function', to: 'today-30d' },
    { uuid: ids.kleNumber, user_key: '00.01.00', name: 'Kommunens styrelse', facet: 'kle_number' },
    { uuid: ids.aspect, user_key: 'Udfoerende', name: 'Udførende', scope: 'UDFOERENDE', facet: 'kle_aspect' },
    { uuid: ids.unitType, user_key: 'Afdeling', name: 'Afdeling', facet: 'org_unit_type' },
  ],
  itsystems: [
    { uuid: ids.ad, user_key: 'AD', name: 'Active Directory' },
    { uuid: ids.fk, user_key: 'FK-ORG-UUID', name: 'FK Organisation' },
    { uuid: ids.oldSystem, user_key: 'gammel', name: 'Udfaset', to: '2024-01-01' },
  ],
  org_units: [
    { uuid: ids.town, user_key: 'by', name: 'Lilleby Kommune', unit_type: ids.unitType },
    { uuid: ids.school, user_key: 'skole', name: 'Skolen på Bakken', parent: ids.town },
    { uuid: ids.canteen, user_key: 'kantine', name: 'Kantinen', parent: ids.school },
    {
      uuid: ids.library,
      user_key: 'bib',
      validities: [
        { from: '2020-01-01', to: '2025-01-01', name: 'Bibliotek', parent: ids.town },
        { from: '2025-01-01', to: 'today', name: 'Borgerhus', parent: ids.payroll },
      ],
    },
    { uuid: ids.payroll, user_key: 'løn', name: 'Lønorganisation' },
  ],
  persons: [
    { uuid: ids.asa, given_name: 'Åsa', surname: 'Ærøskøbing', cpr_number: '0101000001', nickname_surname: 'Ærø' },
    { uuid: ids.bo, given_name: ' Bo ', surname: 'Bødker' },
  ],
  engagements: [
    {
      uuid: id(101),
      user_key: 'lærer-1',
      person: ids.asa,
      org_unit: ids.school,
      job_function: ids.teacher,
      engagement_type: ids.teacher,
      primary: ids.primary,
      extension_3: 'Klasselærer',
    },
    {
      uuid: id(102),
      user_key: 'kok-1',
      person: ids.bo,
      org_unit: ids.canteen,
      job_function: ids.oldFunction,
      engagement_type: ids.teacher,
      validities: [
        { from: '2020-01-01', to: 'today' },
        { from: 'today+1d', to: null },
      ],
    },
  ],
  itusers: [
    { uuid: ids.asaAd, user_key: 'asa', external_id: 'X-1', itsystem: ids.ad, person: ids.asa, engagements: [id(101)] },
    { uuid: ids.asaOld, user_key: 'asa-gl', itsystem: ids.oldSystem, person: ids.asa },
    { uuid: ids.boAd, user_key: 'bo', itsystem: ids.ad, person: ids.bo, from: '2020-01-01', to: 'today' },
  ],
  addresses: [
    { uuid: ids.asaMail, address_type: ids.mail, value: 'asa@lilleby.example', person: ids.asa, visibility: ids.public, ituser: ids.asaAd },
    { uuid: ids.schoolDar, address_type: ids.dar, value: id(900), name: 'Bakken 1, 9999 Lilleby', org_unit: ids.school },
    { uuid: ids.brokenDar, address_type: ids.dar, value: id(901), name: null, org_unit: ids.canteen },
  ],
  managers: [
    { uuid: ids.vacantPost, user_key: 'ledig', org_unit: ids.school, person: null },
    { uuid: ids.ghostPost, user_key: 'slettet', org_unit: ids.town, person: id(999) },
  ],
  kles: [{ uuid: ids.emptyKle, user_key: 'kle', org_unit: ids.town, kle_number: null, kle_aspects: [] }],
};
