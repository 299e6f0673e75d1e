import { copenhagenDate, type MoEngagement, type MoEngagementStretch, type Uuid } from '@os2bridge/model';
import { moAnswer } from '../errors/mo-errors.ts';
import { readFor } from '../graphql/read-for.ts';
import { type EngagementRow, engagementsQuery } from '../queries/engagements-query.ts';
import { copenhagenInstant } from '../time/copenhagen-instant.ts';
import { dateOf, periodOf } from '../time/period.ts';
import type { MoContext } from './mo-context.ts';

const earliest = (row: EngagementRow): string | null => {
  const starts = row.all.map(({ validity }) => validity.from).filter((from) => from !== null);
  return starts.map(dateOf).toSorted()[0] ?? null;
};

const stretchesFrom = (row: EngagementRow, graphqlVersion: number, today: string): MoEngagementStretch[] =>
  row.validities
    .flatMap((stretch): MoEngagementStretch[] => {
      const { from, to } = periodOf(stretch.validity, graphqlVersion);
      if (from === null) throw moAnswer(engagementsQuery.operation, `engagement ${row.uuid} has no start`);
      if (to !== null && to <= today) return [];
      return [
        {
          from,
          to,
          unit: stretch.org_unit_uuid,
          jobFunction: stretch.job_function_uuid,
          primary: stretch.primary_uuid,
          extension1: stretch.extension_1,
          extension3: stretch.extension_3,
        },
      ];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

/** Those persons' engagements valid now or later; one that has nothing from today on is left out. Throws when MO gives one without a start. */
export const readEngagements = async (mo: MoContext, persons: readonly Uuid[]): Promise<readonly MoEngagement[]> => {
  const now = mo.now();
  const today = copenhagenDate(now);
  const rows = await readFor(mo.ask, engagementsQuery, persons, mo.pageSize, { now: copenhagenInstant(now) });
  return rows.flatMap((row): MoEngagement[] => {
    const stretches = stretchesFrom(row, mo.graphqlVersion, today);
    const person = row.validities[0]?.employee_uuid;
    if (person === undefined || stretches.length === 0) return [];
    const earliestStart = earliest(row);
    if (earliestStart === null) throw moAnswer(engagementsQuery.operation, `engagement ${row.uuid} has no start`);
    return [{ uuid: row.uuid, person, earliestStart, stretches }];
  });
};
