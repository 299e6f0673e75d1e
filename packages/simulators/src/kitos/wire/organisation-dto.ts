import type { OrganisationRow } from '../tables/kitos-tables.ts';

const cvrOf = ({ cvr, foreignCvr }: OrganisationRow): string | null => cvr ?? foreignCvr;

export const organisationDto = (organisation: OrganisationRow) => ({
  organizationType: organisation.type,
  cvr: cvrOf(organisation),
  uuid: organisation.uuid,
  name: organisation.name,
});

/** An organisation where something else names it. */
export const organisationReference = (organisation: OrganisationRow | undefined) =>
  organisation === undefined ? null : { cvr: cvrOf(organisation), uuid: organisation.uuid, name: organisation.name };
