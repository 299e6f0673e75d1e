import { changeFrom } from '../change-row.ts';
import { touches } from '../expected-touches.ts';
import { classUuid } from '../municipality-classes.ts';
import { sentMobile } from '../sent-mobile.ts';
import { type ChangeMaker, takeResident } from './day-context.ts';

/** A phone number becomes secret: it must leave FK Organisation today. */
export const hidePhone: ChangeMaker = (day) => {
  const { census, dataset } = day;
  const resident = takeResident(day, (candidate) => candidate.fkUsers === 1 && sentMobile(candidate) !== undefined);
  const row = resident === null ? undefined : dataset.addresses.find(({ uuid }) => uuid === sentMobile(resident)?.uuid);
  if (row === undefined) return null;
  return {
    title: 'Hidden phone number: a mobile number becomes secret',
    patch: { upsert: { addresses: [changeFrom(row, census.today, { visibility: classUuid('visibility', 'Hemmelig') })] }, remove: {} },
    expected: touches({ users: 1 }),
  };
};
