import { expect } from 'vitest';
import type { Dataset } from '@os2bridge/simulators';

/** Names, CPR numbers, phone numbers and e-mails of everybody in the dataset. */
const personalData = ({ persons, addresses }: Dataset): readonly string[] => {
  const stretches = (row: object): object[] =>
    'validities' in row && Array.isArray(row.validities) ? [row, ...(row.validities as object[])] : [row];
  const field = (row: object, name: string): string[] => {
    const value = (row as Record<string, unknown>)[name];
    return typeof value === 'string' && value.length > 3 ? [value] : [];
  };
  return [
    ...persons.flatMap(stretches).flatMap((row) => ['surname', 'cpr_number'].flatMap((name) => field(row, name))),
    ...addresses
      .flatMap(stretches)
      .filter((row) => field(row, 'person').length > 0)
      .flatMap((row) => field(row, 'value')),
  ];
};

/** No name, CPR number, phone number or e-mail of anybody in the dataset is in this text. */
export const expectNoPersonalData = (text: string, dataset: Dataset): void => {
  const data = personalData(dataset);
  expect(data.length).toBeGreaterThan(10);
  expect(data.filter((value) => text.includes(value))).toEqual([]);
};
