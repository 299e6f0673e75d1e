/** graphql-core's messages about a field or a filter that this release does not have: its name, and where it was looked for. */
const UNKNOWN = [/^Cannot query field '(\w+)' on type '(\w+)'/, /^Field '(\w+)' is not defined by type '(\w+)'/];

/** Says which field OS2MO does not know, or null. Nothing else of MO's messages is shown: they may quote values. */
export const missingField = (message: string): string | null => {
  const [, field, type] = UNKNOWN.map((pattern) => pattern.exec(message)).find((match) => match !== null) ?? [];
  return field === undefined || type === undefined ? null : `it has no field "${field}" on "${type}"`;
};
