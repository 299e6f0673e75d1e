import type { MoItSystem, Uuid } from '@os2bridge/model';

/**
 * The it systems that a list names, by name, user key or uuid (exact, trimmed; sync-rules §1.1), each with its place in the list.
 * A system named twice has its first place; two systems of one name share a place.
 */
export const systemRanks = (names: readonly string[], systems: Iterable<MoItSystem>): Map<Uuid, number> => {
  const wanted = names.map((name) => name.trim());
  const ranks = new Map<Uuid, number>();
  if (wanted.length === 0) return ranks;
  for (const system of systems) {
    const spellings = [system.name.trim(), system.userKey.trim()];
    const rank = wanted.findIndex((name) => spellings.includes(name) || name.toLowerCase() === system.uuid);
    if (rank >= 0) ranks.set(system.uuid, rank);
  }
  return ranks;
};
