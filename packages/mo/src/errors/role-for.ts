/** Collections whose role is not simply `read_` + singular, and fields that need another collection's role (facts: os2mo §2). */
const ROLES: Readonly<Record<string, string>> = {
  addresses: 'read_address',
  classes: 'read_class',
  employees: 'read_employee',
  engagements: 'read_engagement',
  itsystems: 'read_itsystem',
  itusers: 'read_ituser',
  kle_number: 'read_class',
  kles: 'read_kle',
  managers: 'read_manager',
  org: 'read_org',
  org_units: 'read_org_unit',
};

/** The Keycloak role that a refused field asks for, or null when it is none of those we read. */
export const roleFor = (field: string): string | null => ROLES[field] ?? null;
