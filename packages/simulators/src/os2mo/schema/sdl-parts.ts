/** Pieces of SDL that repeat: OS2MO offers every reference in two shapes and every collection in a container. */

const PAGE = 'limit: int = null, cursor: Cursor = null';

/** `x_response` (container, `!` when `required`) and the older `x` (the object itself) of one reference to a class-like object. */
export const reference = (field: string, type: string, options: { response?: string; required?: boolean } = {}): string => {
  const mark = options.required === true ? '!' : '';
  return `${options.response ?? `${field}_response`}: ${type}Response${mark}
  ${field}(filter: UuidsBound${type}Filter, ${PAGE}): ${type}${mark}`;
};

/** The older shape of a reference to a person, unit, engagement or account: a list, although it holds one object at most at a time. */
export const listReference = (field: string, type: string, required: boolean): string =>
  `${field}(filter: UuidsBound${type}Filter, ${PAGE}): [${type}!]${required ? '!' : ''}`;

/** `xs_response` (paged containers) and `xs` (objects) of what hangs below an object. */
export const children = (field: string, type: string, filter: string, extraArgument = ''): string =>
  `${field}_response(filter: ${filter}, ${PAGE}${extraArgument}): ${type}ResponsePaged!
  ${field}(filter: ${filter}, ${PAGE}${extraArgument}): [${type}!]!`;

/** The container of an object over time, and its page. */
export const containers = (type: string): string => `
type ${type}Response {
  uuid: UUID!
  current(at: DateTime): ${type}
  objects(start: DateTime, end: DateTime): [${type}!]!
  validities(start: DateTime, end: DateTime): [${type}!]!
}

type ${type}ResponsePaged {
  objects: [${type}Response!]!
  page_info: PageInfo!
}`;

/** A top-level collection. */
export const collection = (field: string, type: string, filter: string, extraArgument = ''): string =>
  `${field}(filter: ${filter} = null, ${PAGE}${extraArgument}): ${type}ResponsePaged!`;
