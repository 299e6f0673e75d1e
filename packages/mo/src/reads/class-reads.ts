import { copenhagenDate, type MoClass, type MoItSystem, type Uuid } from '@os2bridge/model';
import { readAll } from '../graphql/read-all.ts';
import { readFor } from '../graphql/read-for.ts';
import { allClassesQuery, classesQuery, type ClassRow } from '../queries/class-queries.ts';
import { itSystemsQuery, type ItSystemRow } from '../queries/it-systems-query.ts';
import { lastKnownState } from '../time/last-known-state.ts';
import { periodOf } from '../time/period.ts';
import type { MoContext } from './mo-context.ts';

export interface ClassReads {
  classes(classes: readonly Uuid[]): Promise<readonly MoClass[]>;
  allClasses(): Promise<readonly MoClass[]>;
  itSystems(): Promise<readonly MoItSystem[]>;
}

/** Reads of classes and it systems over all time, as MoReader promises them. */
export const createClassReads = (mo: MoContext): ClassReads => {
  const known = <T extends ClassRow['validities'][number] | ItSystemRow['validities'][number]>(validities: readonly T[]) =>
    lastKnownState(
      validities.map((state) => ({ ...state, period: periodOf(state.validity, mo.graphqlVersion) })),
      copenhagenDate(mo.now()),
    );
  const toClass = ({ uuid, validities }: ClassRow): MoClass[] => {
    const last = known(validities);
    return last ? [{ uuid, userKey: last.state.user_key, name: last.state.name, scope: last.state.scope, ended: last.ended }] : [];
  };
  const toSystem = ({ uuid, validities }: ItSystemRow): MoItSystem[] => {
    const last = known(validities);
    return last ? [{ uuid, userKey: last.state.user_key, name: last.state.name, ended: last.ended }] : [];
  };
  return {
    classes: async (uuids) => (await readFor(mo.ask, classesQuery, uuids, mo.pageSize)).flatMap(toClass),
    allClasses: async () => (await readAll(mo.ask, allClassesQuery, { pageSize: mo.pageSize })).flatMap(toClass),
    itSystems: async () => (await readAll(mo.ask, itSystemsQuery, { pageSize: mo.pageSize })).flatMap(toSystem),
  };
};
