import { parseKitosTime, type KitosTime } from './kitos-time.ts';

const TICKS_PER_MS = 10_000n;
const MS_PER_SECOND = 1_000n;

/** 100 ns steps since 1970. */
export const ticksOf = (time: KitosTime): bigint => BigInt(Date.parse(`${time.slice(0, 19)}Z`)) * TICKS_PER_MS + BigInt(time.slice(20, 27));

/** The instant that many 100 ns steps after 1970. Throws RangeError outside the years 0–9999. */
export const kitosTimeOfTicks = (ticks: bigint): KitosTime => {
  const perSecond = TICKS_PER_MS * MS_PER_SECOND;
  const decimals = ((ticks % perSecond) + perSecond) % perSecond;
  const wholeSeconds = new Date(Number((ticks - decimals) / TICKS_PER_MS)).toISOString().slice(0, -5);
  const time = parseKitosTime(`${wholeSeconds}.${decimals.toString().padStart(7, '0')}Z`);
  if (time === null) throw new RangeError(`No instant that Kitos can have: ${ticks} steps of 100 ns.`);
  return time;
};

/** The instant of a JavaScript time in milliseconds, e.g. `Date.now()`. */
export const kitosTimeOfMs = (ms: number): KitosTime => kitosTimeOfTicks(BigInt(Math.floor(ms)) * TICKS_PER_MS);
