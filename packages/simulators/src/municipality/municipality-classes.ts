import { CLASS_CATALOGUE, type ClassFacet } from './class-catalogue.ts';
import { createRandom } from './random.ts';
import type { ClassRow } from './row-types.ts';

type Keys<Facet extends ClassFacet> = (typeof CLASS_CATALOGUE)[Facet][number][0];

/** The uuid of a class of the generated municipality: the same whatever the seed, so that settings outlive a new municipality. */
export const classUuid = <Facet extends ClassFacet>(facet: Facet, key: Keys<Facet>): string => {
  const known = uuids.get(`${facet}/${key}`);
  if (known === undefined) throw new RangeError(`No class ${facet}/${key} in the catalogue.`);
  return known;
};

const entries: readonly (readonly [facet: string, readonly (readonly [key: string, name: string, scope: string | null])[]])[] =
  Object.entries(CLASS_CATALOGUE);

const uuids = new Map(
  entries.flatMap(([facet, classes]) => classes.map(([key]) => [`${facet}/${key}`, createRandom(`class/${facet}/${key}`).uuid()] as const)),
);

const jobFunctions = new Map<string, string>();

/** Job functions have no fixed keys: one per name used. */
export const jobFunctionUuid = (name: string): string => {
  const known = jobFunctions.get(name) ?? createRandom(`class/engagement_job_function/${name}`).uuid();
  jobFunctions.set(name, known);
  return known;
};

/** All classes as dataset rows. */
export const classRows = (jobNames: readonly string[]): ClassRow[] => [
  ...entries.flatMap(([facet, classes]) =>
    classes.map(([user_key, name, scope]) => ({ uuid: uuids.get(`${facet}/${user_key}`) ?? '', user_key, name, scope, facet })),
  ),
  ...jobNames.map((name, at) => ({
    uuid: jobFunctionUuid(name),
    user_key: String(1000 + at),
    name,
    scope: null,
    facet: 'engagement_job_function',
  })),
];
