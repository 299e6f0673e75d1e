import type { Random } from './random.ts';

const STREETS = [
  'Ærøvej',
  'Åstræde',
  'Østergade',
  'Møllebakken',
  'Rådhuspladsen',
  'Gl. Skolevej',
  'Fjordvænget',
  'Æblehaven',
  'Nørremarksvej',
  'Havnegade',
  'Søndre Ringvej',
  'Bøgevænget',
] as const;

/** What the address register displays for an address: invented street in a postal code that does not exist. */
export const streetAddress = (random: Random): string =>
  `${random.pick(STREETS)} ${random.int(1, 180)}${random.chance(0.15) ? random.pick(['A', 'B', 'C']) : ''}, 9999 Æblevig`;
