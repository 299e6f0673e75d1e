const isNode = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The little of JSONPath that the recordings use: `$.a.b[0].c` and `[*]`. */
const stepsOf = (path: string): readonly string[] =>
  [...path.matchAll(/(?:^|\.)([^.[\]$]+)|\[(\d+|\*)\]/g)].map(([, name, index]) => name ?? index ?? '');

/** Changes every value at the path in place; a path that leads nowhere changes nothing. */
export const updateAt = (root: unknown, path: string, change: (value: unknown) => unknown): void => {
  const walk = (node: unknown, [step, ...rest]: readonly string[]): void => {
    if (step === undefined || !isNode(node)) return;
    const keys = step === '*' ? Object.keys(node) : Object.hasOwn(node, step) ? [step] : [];
    for (const key of keys) {
      if (rest.length === 0) node[key] = change(node[key]);
      else walk(node[key], rest);
    }
  };
  walk(root, stepsOf(path));
};

/** The value at the path, or undefined; what follows `[*]` comes as a list. */
export const valueAt = (root: unknown, path: string): unknown => {
  const walk = (node: unknown, [step, ...rest]: readonly string[]): unknown => {
    if (step === undefined) return node;
    if (step === '*') return Array.isArray(node) ? node.map((item) => walk(item, rest)) : undefined;
    return isNode(node) ? walk(node[step], rest) : undefined;
  };
  return walk(root, stepsOf(path));
};
