import type { Os2syncSimulator } from '@os2bridge/simulators';

/**
 * The uuids that were posted more than once with different contents. `ShortKey` is left out: FK Organisation makes it up at the first POST of a unit,
 * so a second one carries it along.
 */
export const sentWithTwoContents = (os2sync: Os2syncSimulator): readonly string[] => {
  const contents = new Map<string, Set<string>>();
  for (const { uuid, verb, body } of os2sync.log()) {
    if (verb !== 'POST' || uuid === null) continue;
    const content = JSON.stringify(body, (key, value: unknown) => (key === 'ShortKey' ? undefined : value));
    contents.set(uuid, (contents.get(uuid) ?? new Set()).add(content));
  }
  return [...contents].flatMap(([uuid, { size }]) => (size > 1 ? [uuid] : []));
};
