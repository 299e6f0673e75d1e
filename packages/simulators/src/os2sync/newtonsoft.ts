import { z } from 'zod';

/**
 * JSON the way OS2sync's deserialiser (Newtonsoft) takes it: property names in any case, unknown ones ignored, numbers and booleans
 * accepted where a text is wanted (facts/os2sync.md §1.3).
 */
export const foldKeys = (value: unknown, names: readonly string[]): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const wanted = new Map(names.map((name) => [name.toLowerCase(), name]));
  const entries = Object.entries(value).flatMap(([key, held]) => {
    const name = wanted.get(key.toLowerCase());
    return name === undefined ? [] : [[name, held] as const];
  });
  return Object.fromEntries(entries);
};

/** An object schema whose keys match in any case. */
export const foldedObject = <S extends z.ZodRawShape>(shape: S) =>
  z.preprocess((value) => foldKeys(value, Object.keys(shape)), z.object(shape));

const looseText = z.union([z.string(), z.number().transform(String), z.boolean().transform((yes) => (yes ? 'True' : 'False'))]);

/** A text property: absent is null. */
export const textProperty = looseText.nullish().transform((text) => text ?? null);

/** A list of texts: absent is null. */
export const textListProperty = z
  .array(looseText.nullable().transform((text) => text ?? ''))
  .nullish()
  .transform((list) => list ?? null);

/** OS2sync dates an object without a time five minutes back, so that FK's clock is never behind it. */
const FIVE_MINUTES_MS = 300_000;

/** .NET's round-trip spelling of an instant: seven decimals and an offset. */
export const dotnetTime = (at: Date): string => at.toISOString().replace('Z', '0000+00:00');

/** A value type: absent is now minus five minutes, null is a conversion error that loses the whole body. */
export const timestampProperty = z
  .string()
  .refine((text) => !Number.isNaN(Date.parse(text)))
  .default(() => dotnetTime(new Date(Date.now() - FIVE_MINUTES_MS)));
