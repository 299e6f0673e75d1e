import { groupBy } from '@os2bridge/model';
import type { Dataset } from '../dataset/dataset.ts';
import { IT_SYSTEMS } from './municipality-it-systems.ts';
import { municipalityMeta } from './municipality-meta.ts';
import type { AccountRow, AddressRow, EngagementRow, ManagerRow, PersonRow, UnitRow } from './row-types.ts';
import { stretchAt, stretchFrom } from './stretches.ts';
import { transferredUnits } from './transferred-units.ts';

/** A person who is in FK Organisation. */
export interface Resident {
  readonly person: PersonRow;
  /** Engagements valid now or later, as they are now or will be first. */
  readonly engagements: readonly EngagementRow[];
  /** Accounts valid now. */
  readonly accounts: readonly AccountRow[];
  /** Addresses valid now. */
  readonly addresses: readonly AddressRow[];
  /** How many users in FK Organisation this person is. */
  readonly fkUsers: number;
}

/**
 * Who and what of a generated municipality is in FK Organisation under `municipalitySettings`. A second, independent reading of
 * sync-rules §1.1 and §1.3 for the shapes the generator makes, so that the demo can check the bridge against something.
 */
export interface Census {
  readonly today: string;
  readonly topUnit: string;
  /** Units valid now that are transferred, as they are now; in the order of the dataset. */
  readonly units: ReadonlyMap<string, UnitRow>;
  /** Units valid now or later, by parent. */
  readonly children: ReadonlyMap<string, readonly UnitRow[]>;
  /** Manager posts valid now. */
  readonly managers: readonly ManagerRow[];
  /** In the order of the dataset. */
  readonly residents: ReadonlyMap<string, Resident>;
}

const counted: ReadonlySet<string> = new Set([IT_SYSTEMS.ad, IT_SYSTEMS.fk]);

/** One user per engagement that accounts are tied to, and one for untied accounts; a person without any account is one user. */
const countFkUsers = (engagements: readonly EngagementRow[], accounts: readonly AccountRow[], sent: ReadonlySet<string>): number => {
  const known = new Set(engagements.map(({ uuid }) => uuid));
  const relevant = accounts.filter(({ itsystem }) => counted.has(itsystem ?? ''));
  const tied = relevant.some(({ engagements: own }) => own?.some((uuid) => known.has(uuid)) === true);
  const groups = new Set(relevant.flatMap(({ engagements: own }) => (tied && own?.length ? own : [''])));
  if (groups.size === 0) groups.add('');
  return [...groups].filter((engagement) => (engagement === '' ? sent.size > 0 : sent.has(engagement))).length;
};

/** Takes the census on that day; default: the day the municipality was made for. Throws TypeError for any other dataset. */
export const takeCensus = (dataset: Dataset, today: string = municipalityMeta(dataset).generated_for): Census => {
  const now = <Row extends Parameters<typeof stretchAt>[0]>(rows: readonly Row[]): Row[] =>
    rows.flatMap((row) => stretchAt(row, today) ?? []);
  const units = transferredUnits(dataset, today);
  const accounts = groupBy(now(dataset.itusers), ({ person }) => person ?? null);
  const addresses = groupBy(now(dataset.addresses), ({ person }) => person ?? null);
  const engagements = groupBy(
    dataset.engagements.flatMap((row) => stretchFrom(row, today) ?? []),
    ({ person }) => person ?? null,
  );
  const residents = dataset.persons.flatMap((person): [string, Resident][] => {
    const own = engagements.get(person.uuid) ?? [];
    const sent = new Set(own.filter(({ org_unit }) => units.has(org_unit ?? '')).map(({ uuid }) => uuid));
    const ownAccounts = accounts.get(person.uuid) ?? [];
    const fkUsers = countFkUsers(own, ownAccounts, sent);
    if (fkUsers === 0) return [];
    return [[person.uuid, { person, engagements: own, accounts: ownAccounts, addresses: addresses.get(person.uuid) ?? [], fkUsers }]];
  });
  return {
    today,
    topUnit: municipalityMeta(dataset).top_unit,
    units,
    children: groupBy(
      dataset.org_units.flatMap((row) => stretchFrom(row, today) ?? []),
      ({ parent }) => parent ?? null,
    ),
    managers: now(dataset.managers),
    residents: new Map(residents),
  };
};
