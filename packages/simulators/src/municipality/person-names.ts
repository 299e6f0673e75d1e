import type { Random } from './random.ts';

const GIVEN = [
  'Åse',
  'Åge',
  'Øyvind',
  'Søren',
  'Jørgen',
  'Bjørn',
  'Bjarke',
  'Mette',
  'Maja',
  'Lærke',
  'Signe',
  'Sigrid',
  'Astrid',
  'Freja',
  'Frederik',
  'Emil',
  'Oskar',
  'Villads',
  'Valdemar',
  'Gry',
  'Gudrun',
  'Hanne',
  'Henning',
  'Ingeborg',
  'Ida',
  'Jakob',
  'Jytte',
  'Kåre',
  'Karla',
  'Kjeld',
  'Lone',
  'Lars',
  'Mads',
  'Malthe',
  'Niels',
  'Nanna',
  'Ole',
  'Palle',
  'Pernille',
  'Rasmus',
  'Rikke',
  'Sanne',
  'Stine',
  'Svend',
  'Tove',
  'Thøger',
  'Trine',
  'Ulla',
  'Uffe',
  'Vibeke',
  'Vagn',
  'Zoë',
  'Ayşe',
  'Ömer',
  'René',
  'André',
  'Ditte',
  'Tórmóður',
  'Aviâja',
  'Yusuf',
  'Fatima',
] as const;
const DOUBLE = ['Anne-Mette', 'Hans-Jørgen', 'Karen-Margrethe', 'Bo-Åge', 'Marie-Louise', 'Poul-Erik', 'Lis-Bet'] as const;
const MIDDLE = ['Brønd', 'Kær', 'Løv', 'Holm', 'Juul', 'Krogh', 'Mølgaard', 'Rønn', 'Sand', 'Thorn'] as const;
const FRONT = [
  'Bæk',
  'Væng',
  'Skov',
  'Ager',
  'Kær',
  'Sø',
  'Ås',
  'Lyng',
  'Mose',
  'Birke',
  'Elle',
  'Grøn',
  'Høj',
  'Ørn',
  'Rug',
  'Sten',
  'Tange',
  'Vester',
  'Ny',
  'Brøn',
  'Fjel',
  'Dyb',
] as const;
const BACK = [
  'mark',
  'gård',
  'lund',
  'høj',
  'dal',
  'toft',
  'borg',
  'holt',
  'strup',
  'rup',
  'bæk',
  'ager',
  'vang',
  'skov',
  'kjær',
  'bro',
  'løse',
  'næs',
] as const;
const NICKNAMES = ['Basse', 'Søs', 'Mulle', 'Kalle', 'Bibi', 'Tut', 'Fætter', 'Gogge', 'Nusser', 'Ib'] as const;
/** Longer than the 100 characters that FK Organisation takes for a person's name. */
const LONG_GIVEN = 'Anna Margrethe Kirstine Elisabeth Wilhelmine Charlotte Amalie Frederikke Henriette Dorothea Sofie';
const LONG_SURNAME = 'af Overgårdskjærbækstrup-Vestermølleskovsøndergaard';

export interface PersonName {
  readonly given_name: string;
  readonly surname: string;
  readonly nickname_given_name?: string;
  readonly nickname_surname?: string;
}

const surnameOf = (random: Random): string => {
  const plain = `${random.pick(FRONT)}${random.pick(BACK)}`;
  const kind = random.next();
  if (kind < 0.04) return `${plain}-${random.pick(FRONT)}${random.pick(BACK)}`;
  if (kind < 0.055) return `${random.pick(["D'", "O'", "d'"])}${plain}`;
  if (kind < 0.065) return `von ${plain}`;
  return plain;
};

/** An invented Danish name; about 1 in 25 has a nickname, 1 in 1,000 is longer than FK Organisation allows. */
export const personName = (random: Random): PersonName => {
  if (random.chance(0.001)) return { given_name: LONG_GIVEN, surname: LONG_SURNAME };
  const first = random.chance(0.08) ? random.pick(DOUBLE) : random.pick(GIVEN);
  const given_name = random.chance(0.3) ? `${first} ${random.pick(MIDDLE)}` : first;
  const surname = surnameOf(random);
  if (!random.chance(0.04)) return { given_name, surname };
  return { given_name, surname, nickname_given_name: random.pick(NICKNAMES), ...(random.chance(0.5) ? { nickname_surname: surname } : {}) };
};
