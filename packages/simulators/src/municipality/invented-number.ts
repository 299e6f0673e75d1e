import type { Random } from './random.ts';

/** Digits after a prefix that no real number has: Danish phone numbers, P-numbers and EANs never begin like these. */
const digits = (random: Random, prefix: string, length: number): string =>
  prefix + String(random.int(0, 10 ** (length - prefix.length) - 1)).padStart(length - prefix.length, '0');

export const phoneNumber = (random: Random): string => digits(random, '10', 8);
export const eanNumber = (random: Random): string => digits(random, '00000', 13);
export const productionUnitNumber = (random: Random): string => digits(random, '00', 10);
/** Ten digits, unlike any CPR: day 00 and a month from 13 up. Unique for `serial` below 870,000. */
export const cprNumber = (random: Random, serial: number): string =>
  `00${13 + Math.floor(serial / 10_000)}${String(random.int(0, 99)).padStart(2, '0')}${String(serial % 10_000).padStart(4, '0')}`;
