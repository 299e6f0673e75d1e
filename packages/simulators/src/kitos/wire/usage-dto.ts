import type { UsageRow } from '../tables/kitos-tables.ts';
import { organisationReference } from './organisation-dto.ts';
import { personName } from './person-name.ts';
import { validityOf } from './validity.ts';
import type { WireContext } from './wire-context.ts';

const GENERAL = {
  localSystemId: null,
  localCallName: null,
  dataClassification: null,
  notes: null,
  systemVersion: null,
  numberOfExpectedUsers: { lowerBound: 100, upperBound: null },
  mainContract: null,
  containsAITechnology: null,
  webAccessibilityCompliance: null,
  lastWebAccessibilityCheck: null,
  webAccessibilityNotes: null,
};

const NEXT_GENERAL = {
  isSociallyCritical: null,
  isBusinessCritical: null,
  criticalityFieldsLastChanged: null,
  systemUsageCriticalityLevel: null,
  criticalityLevelDocumentation: null,
  purpose: null,
  technicalSystemTypes: [],
  hostedAt: null,
  licensingAndCodeModels: [],
};

const ARCHIVING = {
  archiveDuty: null,
  type: null,
  location: null,
  testLocation: null,
  supplier: null,
  active: null,
  notes: null,
  frequencyInMonths: null,
  documentBearing: null,
  journalPeriods: [],
};

const GDPR = {
  directoryDocumentation: { name: null, url: null },
  dataSensitivityLevels: [],
  sensitivePersonData: [],
  specificPersonalData: [],
  registeredDataCategories: [],
  technicalPrecautionsApplied: [],
};

/** One usage as both the list and the single endpoint show it. A name it carries is always today's, whatever its own time says. */
export const usageDto = (usage: UsageRow, { tables, time, next, nowMs }: WireContext) => {
  const validity = validityOf(usage, nowMs);
  const holder = ({ user, role }: UsageRow['roles'][number]) => {
    const person = tables.users.get(user);
    return {
      user: { uuid: user, name: person === undefined ? null : personName(person) },
      role: { uuid: role, name: tables.roleTypes.get(role)?.name ?? null },
    };
  };
  return {
    uuid: usage.uuid,
    ...(next && { createdAt: '2024-01-01T00:00:00Z' }),
    createdBy: null,
    lastModified: time(usage.lastChanged),
    lastModifiedBy: null,
    systemContext: { uuid: usage.system, name: tables.systems.get(usage.system)?.name ?? null },
    organizationContext: organisationReference(tables.organisations.get(usage.organisation)),
    general: {
      ...GENERAL,
      ...(next && NEXT_GENERAL),
      validity: next ? { ...validity, mainContractState: usage.mainContractActive === null ? 'NoContract' : 'Active' } : validity,
    },
    // In no order that means anything: not the one of assignment.
    roles: usage.roles.map(holder).toReversed(),
    organizationUsage: { usingOrganizationUnits: [], responsibleOrganizationUnit: null },
    localKLEDeviations: { removedKLE: [], addedKLE: [] },
    externalReferences: [],
    archiving: ARCHIVING,
    gdpr: next ? { processingPurpose: null, ...GDPR } : { purpose: null, businessCritical: null, hostedAt: null, ...GDPR },
    outgoingSystemRelations: [],
  };
};
