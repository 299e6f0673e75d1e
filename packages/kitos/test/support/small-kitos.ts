import type { KitosDatasetInput } from '@os2bridge/simulators';
import { id, OWNER, RESPONSIBLE } from './uuid.ts';

export const CVR = '12345678';

/** One municipality with one of everything. */
export const smallKitos = (changes: KitosDatasetInput = {}): KitosDatasetInput => ({
  organisations: [{ uuid: id.org, name: 'Æblevig Kommune', cvr: CVR }],
  roleTypes: [
    { uuid: OWNER, name: 'Systemejer', priority: 2 },
    { uuid: RESPONSIBLE, name: 'Systemansvarlig', priority: 1 },
  ],
  users: [
    { uuid: id.user(1), firstName: 'Åse', lastName: 'Ærlig', email: 'aase@aeblevig.example' },
    { uuid: id.user(2), firstName: 'Bjørn', lastName: 'Ø', email: 'bjoern@aeblevig.example' },
    { uuid: id.user(3), firstName: 'Gæst', lastName: null, email: null, organisations: [] },
  ],
  systems: [
    { uuid: id.system(1), name: 'Løn' },
    { uuid: id.system(2), name: 'Ældre' },
    { uuid: id.system(3), name: 'Kort' },
  ],
  usages: [
    {
      uuid: id.usage(1),
      system: id.system(1),
      roles: [
        { user: id.user(1), role: OWNER },
        { user: id.user(2), role: OWNER },
        { user: id.user(3), role: RESPONSIBLE },
      ],
    },
    { uuid: id.usage(2), system: id.system(2) },
  ],
  ...changes,
});

/** So many usages, each of a system of its own, `time` by number from 1. */
export const manyUsages = (count: number, time: (number: number) => string | undefined = () => undefined): KitosDatasetInput => {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  return smallKitos({
    systems: numbers.map((number) => ({ uuid: id.system(number), name: `System ${number}`, lastModified: time(number) })),
    usages: numbers.map((number) => ({ uuid: id.usage(number), system: id.system(number), lastModified: time(number) })),
  });
};
