import type { Random } from '../../municipality/random.ts';

const FRONT = [
  'Borger',
  'Skole',
  'Løn',
  'Bygge',
  'Miljø',
  'Vej',
  'Sundheds',
  'Børne',
  'Ældre',
  'Plan',
  'Kort',
  'Arkiv',
  'Økonomi',
  'Job',
  'Kultur',
  'Å',
  'Affalds',
  'Ydelses',
];
const BACK = ['portalen', 'overblik', 'sag', 'nettet', 'data', 'register', 'klar', 'hub', 'planen', 'post', 'vagten', 'køen'];

/** So many different invented names; numbers begin when the words run out. */
export const systemNames = (count: number, random: Random): string[] => {
  const all = FRONT.flatMap((front) => BACK.map((back) => `${front}${back}`));
  const shuffled = random.sample(all, all.length);
  return Array.from({ length: count }, (_, at) => {
    const round = Math.floor(at / shuffled.length);
    return `${shuffled[at % shuffled.length] ?? 'System'}${round === 0 ? '' : ` ${round + 1}`}`;
  });
};
