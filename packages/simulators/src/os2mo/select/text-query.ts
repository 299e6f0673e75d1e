import type { Condition } from './condition.ts';

/** Free text: every word must begin somewhere in one of the object's texts. OS2MO's own search is more forgiving; nobody exports by it. */
export const matchesQuery = <Fields>(query: string, texts: (fields: Fields) => readonly (string | null)[]): Condition<Fields> => {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return {
    test: (fields, uuid) => {
      const all = [uuid, ...texts(fields)].map((text) => (text ?? '').toLowerCase());
      return words.every((word) => all.some((text) => text.includes(word)));
    },
  };
};
