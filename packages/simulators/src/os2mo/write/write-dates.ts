import { copenhagenDate } from '@os2bridge/model';
import { GraphQLError } from 'graphql';
import { copenhagenMidnight } from '../../dataset/copenhagen-midnight.ts';
import { midnightText } from '../resolve/validity.ts';
import { EXCLUSIVE_TO } from '../resolve/validity.ts';
import type { Instant } from '../schema/instant.ts';
import { moError } from './mo-error.ts';

const DAY_MS = 86_400_000;

const dayAfter = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** An end date as it is stored: exclusive. Up to v28 the last day is written. */
const exclusive = (date: string, version: number): string => (version >= EXCLUSIVE_TO ? date : dayAfter(date));

export interface ValidityInput {
  readonly from: Instant;
  readonly to?: Instant | null;
}

/** The calendar dates of a written validity, `to` exclusive: the date counts as it was written, in whatever offset. */
export interface WrittenDates {
  readonly from: string;
  readonly to: string | null;
}

export const writtenDates = ({ from, to }: ValidityInput, version: number): WrittenDates => {
  if (to && to.date < from.date)
    throw new GraphQLError(`from_date ${midnightText(from.date)} must be less than or equal to to_date ${midnightText(to.date)}`);
  return { from: from.date, to: to ? exclusive(to.date, version) : null };
};

const midnightDate = ({ at }: Instant): string => {
  const date = copenhagenDate(new Date(at));
  if (copenhagenMidnight(date) === at) return date;
  const seconds = Math.floor((at - copenhagenMidnight(date)) / 1000);
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  throw moError('E_INVALID_INPUT', {}, `'${midnightText(date).replace('00:00:00', time)}' is not at midnight!`);
};

export interface TerminateInput {
  readonly uuid: string;
  readonly from?: Instant | null;
  readonly to: Instant;
}

/** When an object is to be inactive: from `to` on for ever, or from `from` until `to`. Both must be midnight in Copenhagen. */
export const terminatedDates = ({ from, to }: TerminateInput, version: number): WrittenDates => {
  const end = exclusive(midnightDate(to), version);
  return from ? { from: midnightDate(from), to: end } : { from: end, to: null };
};
