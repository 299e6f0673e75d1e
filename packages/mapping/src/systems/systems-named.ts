import type { MoItSystem, Uuid } from '@os2bridge/model';
import { systemRanks } from './system-ranks.ts';

/** Uuids of the it systems that a list of names, user keys or uuids means, most preferred first. */
export const systemsNamed = (names: readonly string[], systems: Iterable<MoItSystem>): Uuid[] =>
  [...systemRanks(names, systems)].toSorted(([, a], [, b]) => a - b).map(([uuid]) => uuid);
