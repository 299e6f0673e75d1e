import { createRandom } from '../../municipality/random.ts';
import { kitosDatasetSchema, type KitosDataset } from '../dataset/kitos-dataset.ts';
import { parseTicks } from '../time/ticks.ts';
import type { KitosMeta } from './kitos-meta.ts';
import { kitosUsages, someTime } from './kitos-usages.ts';
import { kitosUsers } from './kitos-users.ts';
import { systemNames } from './system-names.ts';

export interface GenerateKitosOptions {
  /** Systems in the catalogue, all public; at least as many as usages. */
  readonly systems: number;
  /** Of them, in use by the municipality. */
  readonly usages: number;
  readonly users: number;
  readonly seed: string | number;
  /** Default `12345678`. */
  readonly cvr?: string;
  /** ISO 8601; everything changed before it. Default 2026-11-01. */
  readonly before?: string;
}

/** What Kitos itself calls them; the uuids are each installation's own. */
const ROLE_NAMES = { owner: 'Systemejer', responsible: 'Systemansvarlig', other: 'Superbruger' } as const;

const whole = (what: string, value: number): void => {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`A Kitos needs a whole number of ${what}, 0 or more; this is ${value}.`);
};

/**
 * An invented Kitos, the same each time for the same options, with one municipality and what makes its list of organisations awkward: a company
 * whose number contains the municipality's. Nobody in it exists. Throws RangeError for fewer systems than usages.
 */
export const generateKitos = (options: GenerateKitosOptions): KitosDataset & { readonly meta: KitosMeta } => {
  const { systems, usages, users, seed, cvr = '12345678', before = '2026-11-01T00:00:00Z' } = options;
  whole('systems', systems);
  whole('usages', usages);
  whole('users', users);
  if (usages > systems) throw new RangeError(`${usages} usages need as many systems; there are ${systems}.`);
  const latest = parseTicks(before);
  if (latest === null) throw new RangeError(`No time: ${before}`);

  const random = createRandom(`${seed}/kitos`);
  const [organisation, company, otherRole] = [random.uuid(), random.uuid(), random.uuid()];
  const meta: KitosMeta = {
    name: 'Æblevig Kommune',
    cvr,
    organisation,
    systemOwnerRole: random.uuid(),
    systemResponsibleRole: random.uuid(),
  };
  const people = kitosUsers(users, organisation, createRandom(`${seed}/kitos/users`));
  const catalogue = systemNames(systems, random).map((name) => ({
    uuid: random.uuid(),
    name,
    organisation: company,
    deactivated: random.chance(0.03),
    lastModified: someTime(latest, random),
  }));
  const used = random.sample(catalogue, usages).map(({ uuid }) => uuid);
  const plan = { meta, otherRole, systems: used, users: people.map(({ uuid }) => uuid), before: latest };
  const dataset = kitosDatasetSchema.parse({
    // The company is older than the municipality, so it comes first in every list.
    organisations: [
      { uuid: company, name: 'Ærø Systemhus A/S', cvr: `${cvr}1`, type: 'Company' },
      { uuid: organisation, name: meta.name, cvr },
    ],
    roleTypes: [
      { uuid: meta.systemOwnerRole, name: ROLE_NAMES.owner, writeAccess: true, priority: 30 },
      { uuid: meta.systemResponsibleRole, name: ROLE_NAMES.responsible, writeAccess: true, priority: 20 },
      { uuid: otherRole, name: ROLE_NAMES.other, priority: 10 },
    ],
    users: people,
    systems: catalogue,
    usages: kitosUsages(plan, createRandom(`${seed}/kitos/usages`)),
  });
  return { ...dataset, meta: { ...meta } };
};
