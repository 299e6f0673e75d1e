import type { SystemRow } from '../tables/kitos-tables.ts';
import { organisationReference } from './organisation-dto.ts';
import type { WireContext } from './wire-context.ts';

export const systemDto = (system: SystemRow, { tables, time }: WireContext) => ({
  usingOrganizations: [...tables.usages.values()]
    .filter((usage) => usage.system === system.uuid)
    .map((usage) => organisationReference(tables.organisations.get(usage.organisation))),
  lastModified: time(system.lastChanged),
  lastModifiedBy: null,
  scope: system.scope,
  organizationContext: organisationReference(tables.organisations.get(system.organisation)),
  legalName: null,
  legalDataProcessorName: null,
  uuid: system.uuid,
  externalUuid: null,
  parentSystem: null,
  name: system.name,
  formerName: system.formerName,
  description: null,
  externalReferences: [],
  kle: [],
  deactivated: system.deactivated,
  businessType: null,
  rightsHolder: null,
  created: null,
  createdBy: null,
  recommendedArchiveDuty: { comment: null, id: 'Undecided' },
  mainContractSuppliers: [],
});
