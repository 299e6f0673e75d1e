import type { Query } from '../../src/graphql/query.ts';
import { accountsByUserKeyQuery, allUnitAccountsQuery, personAccountsQuery, unitAccountsQuery } from '../../src/queries/account-queries.ts';
import { personAddressesQuery, unitAddressesQuery } from '../../src/queries/address-queries.ts';
import { allClassesQuery, classesQuery } from '../../src/queries/class-queries.ts';
import { engagementsQuery } from '../../src/queries/engagements-query.ts';
import { itSystemsQuery } from '../../src/queries/it-systems-query.ts';
import { klesQuery, klesWithoutNumberQuery } from '../../src/queries/kle-queries.ts';
import { managersQuery } from '../../src/queries/managers-query.ts';
import { organisationQuery } from '../../src/queries/organisation-query.ts';
import { allPersonsQuery, personsQuery } from '../../src/queries/person-queries.ts';
import { streetNamesQuery } from '../../src/queries/street-names-query.ts';
import { unitsQuery, unitsWithAncestorsQuery } from '../../src/queries/unit-queries.ts';
import { unitsKnownQuery } from '../../src/queries/units-known-query.ts';
import { versionQuery } from '../../src/queries/version-query.ts';

/** Every query that the reader can send. */
export const allQueries: readonly Query[] = [
  accountsByUserKeyQuery,
  allClassesQuery,
  allPersonsQuery,
  allUnitAccountsQuery,
  classesQuery,
  engagementsQuery,
  itSystemsQuery,
  klesQuery,
  klesWithoutNumberQuery,
  managersQuery,
  organisationQuery,
  personAccountsQuery,
  personAddressesQuery,
  personsQuery,
  streetNamesQuery,
  unitAccountsQuery,
  unitAddressesQuery,
  unitsKnownQuery,
  unitsQuery,
  unitsWithAncestorsQuery,
  versionQuery,
];
