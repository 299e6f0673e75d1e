import type { RuleSettings } from '@os2bridge/config';
import { buildUnitTree, type MappingContext, type Templates, type UnitNode } from '@os2bridge/mapping';
import type { MoReader } from '@os2bridge/mo';
import { copenhagenDate, groupBy, type MoClass, type MoItSystem, type MoUnit, type Uuid } from '@os2bridge/model';

export interface SurroundingsDeps {
  readonly reader: MoReader;
  readonly rules: RuleSettings;
  readonly templates: Templates;
  readonly now: () => Date;
}

/** What a sweep decides in: the whole tree and every class, read once. `units` in ascending uuid order. */
export interface WholeMunicipality {
  readonly context: MappingContext;
  readonly units: readonly MoUnit[];
  readonly nodes: ReadonlyMap<Uuid, UnitNode>;
}

/** Reads the surroundings of every decision of a sweep: about (units + classes) ÷ page size requests. */
export const readWhole = async (deps: SurroundingsDeps, signal?: AbortSignal): Promise<WholeMunicipality> => {
  const [classes, itSystems, units, accounts] = await Promise.all([
    deps.reader.allClasses(),
    deps.reader.itSystems(),
    collect(deps.reader.unitPages(signal)),
    deps.reader.allUnitAccounts(),
  ]);
  const nodes = nodesOf(units, accounts);
  return { context: await contextOf(deps, nodes, classes, itSystems), units, nodes };
};

/** Reads just the surroundings of some units: they and their ancestors, with their accounts, and these classes. Always fresh, nothing is cached. */
export const readAround = async (
  deps: SurroundingsDeps,
  units: readonly Uuid[],
  classes: readonly Uuid[],
): Promise<{ readonly context: MappingContext; readonly nodes: ReadonlyMap<Uuid, UnitNode> }> => {
  const [path, itSystems] = await Promise.all([units.length > 0 ? deps.reader.unitsWithAncestors(units) : [], deps.reader.itSystems()]);
  const wanted = new Set(classes);
  for (const unit of path) if (unit.hierarchy && deps.rules.hierarchyNames) wanted.add(unit.hierarchy);
  const [accounts, found] = await Promise.all([
    path.length > 0 ? deps.reader.unitAccounts(path.map((unit) => unit.uuid)) : [],
    wanted.size > 0 ? deps.reader.classes([...wanted]) : [],
  ]);
  const nodes = nodesOf(path, accounts);
  return { context: await contextOf(deps, nodes, found, itSystems), nodes };
};

const nodesOf = (units: readonly MoUnit[], accounts: readonly UnitNode['accounts'][number][]): Map<Uuid, UnitNode> => {
  const byUnit = groupBy(accounts, (account) => account.unit);
  return new Map(units.map((unit) => [unit.uuid, { unit, accounts: byUnit.get(unit.uuid) ?? [] }]));
};

const contextOf = async (
  deps: SurroundingsDeps,
  nodes: ReadonlyMap<Uuid, UnitNode>,
  classes: readonly MoClass[],
  itSystems: readonly MoItSystem[],
): Promise<MappingContext> => {
  const lostParents = new Set<Uuid>();
  for (const { unit } of nodes.values()) if (unit.parent && !nodes.has(unit.parent)) lostParents.add(unit.parent);
  // A parent that is not valid now either has ended (then the tree stops there) or is unknown to MO (then nobody can tell): one question more, in the odd case only.
  const endedUnits = lostParents.size > 0 ? await deps.reader.unitsKnown([...lostParents]) : new Set<Uuid>();
  const classBook = new Map(classes.map((one) => [one.uuid, one]));
  const systemBook = new Map(itSystems.map((one) => [one.uuid, one]));
  const tree = buildUnitTree({ nodes: nodes.values(), endedUnits, rules: deps.rules, classes: classBook, itSystems: systemBook });
  return {
    rules: deps.rules,
    templates: deps.templates,
    classes: classBook,
    itSystems: systemBook,
    tree,
    today: copenhagenDate(deps.now()),
  };
};

const collect = async <T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> => {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
};
