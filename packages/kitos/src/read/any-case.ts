import { z } from 'zod';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The known keys, however they are cased; an exact spelling wins. Everything else falls away. */
const known = (names: readonly string[]) => {
  const spelt = new Map(names.map((name) => [name.toLowerCase(), name]));
  return (value: unknown): unknown => {
    if (!isRecord(value)) return value;
    const found: Record<string, unknown> = {};
    for (const [key, content] of Object.entries(value)) {
      const name = spelt.get(key.toLowerCase());
      if (name !== undefined && (key === name || !Object.hasOwn(found, name))) found[name] = content;
    }
    return found;
  };
};

/**
 * An object with these keys in any case, and any others beside them: Kitos' casing is its serialiser's, and that is being replaced
 * (facts/kitos.md §2.0, §9).
 */
export const anyCase = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess(known(Object.keys(shape)), z.object(shape));
