import type { MoUnit, Uuid } from '@os2bridge/model';
import { readSingle } from '../graphql/read-single.ts';
import { organisationData, organisationQuery } from '../queries/organisation-query.ts';
import type { MoContext } from './mo-context.ts';

/**
 * Gives a root unit the parent null. Up to v27 MO shows the organisation's uuid there, in `parent_uuid` and `parent_response` alike (recorded
 * pair 046), so it is asked for that uuid, once per reader.
 */
export const createRootParent = (mo: MoContext): (() => Promise<(unit: MoUnit) => MoUnit>) => {
  let organisation: Promise<Uuid> | null = null;
  const ask = async (): Promise<Uuid> => {
    try {
      return (await readSingle(mo.ask, organisationQuery, organisationData)).org.uuid;
    } catch (error) {
      organisation = null;
      throw error;
    }
  };
  return async () => {
    if (mo.graphqlVersion >= 28) return (unit) => unit;
    organisation ??= ask();
    const root = await organisation;
    return (unit) => (unit.parent === root ? { ...unit, parent: null } : unit);
  };
};
