import { compileTemplates } from '@os2bridge/mapping';
import { copenhagenDate, type KindName, type MoEngagement, type Uuid } from '@os2bridge/model';
import type { Decided, Store } from '@os2bridge/reconcile';
import type { Bridge } from './bridge.ts';
import { explainObjects } from './explain/explain-objects.ts';
import type { ExplainedEngagement, Explanation } from './explain/explanation.ts';
import { originsOf } from './explain/origin-of.ts';
import { personSteps } from './explain/person-steps.ts';
import { readAround, type SurroundingsDeps } from './surroundings.ts';

/** What explaining needs of a bridge. */
export type ExplainBridge = Pick<Bridge, 'settings' | 'reader' | 'stores'>;

/**
 * Why one object is, or is not, in FK Organisation: reads it afresh, decides exactly as a sync would, compares with the ledger, sends nothing.
 * `uuid` is its MO uuid, or an FK uuid that the ledger knows. Throws when OS2MO cannot be read.
 */
export const explain = async (
  bridge: ExplainBridge,
  kind: KindName,
  uuid: Uuid,
  now: () => Date = () => new Date(),
): Promise<Explanation> => {
  const around: SurroundingsDeps = {
    reader: bridge.reader,
    rules: bridge.settings.rules,
    templates: compileTemplates(bridge.settings.rules),
    now,
  };
  return kind === 'orgunit' ? explainUnit(bridge, around, uuid) : explainPerson(bridge, around, uuid);
};

const explainUnit = async ({ stores }: ExplainBridge, around: SurroundingsDeps, asked: Uuid): Promise<Explanation> => {
  const { foundAs, decided } = await find(stores.orgunit, asked);
  const { mo, gone } = decided;
  const [{ context, nodes }, known] = await Promise.all([readAround(around, [mo], []), gone ? around.reader.unitsKnown([mo]) : null]);
  const inMo = known === null ? 'now' : known.has(mo) ? 'before' : 'never';
  const judged = context.tree.judge(mo);
  const originOf = originsOf(mo, nodes.get(mo)?.accounts ?? [], [...context.itSystems.values()], around.rules.uuidSystems);
  return {
    kind: 'orgunit',
    asked,
    mo,
    inMo,
    foundAs: foundAs === 'nothing' && inMo !== 'never' ? 'mo-uuid' : foundAs,
    steps: judged.steps,
    parent: judged.transferred === true ? context.tree.transferredParent(mo) : null,
    engagements: [],
    objects: await explainObjects(stores.orgunit, decided, { originOf, stepsOf: () => [] }),
  };
};

const explainPerson = async ({ stores }: ExplainBridge, around: SurroundingsDeps, asked: Uuid): Promise<Explanation> => {
  const { foundAs, decided } = await find(stores.user, asked);
  const { mo, gone } = decided;
  const [engagements, accounts, systems] = await Promise.all([
    around.reader.engagements([mo]),
    around.reader.personAccounts([mo]),
    around.reader.itSystems(),
  ]);
  const originOf = originsOf(mo, accounts, systems, around.rules.uuidSystems);
  return {
    kind: 'user',
    asked,
    foundAs,
    mo,
    inMo: gone ? 'never' : 'now',
    steps: [],
    parent: null,
    engagements: gone ? [] : await explainEngagements(around, engagements),
    objects: await explainObjects(stores.user, decided, { originOf, stepsOf: personSteps }),
  };
};

/** As the MO uuid it is, else as an FK uuid that was sent. */
const find = async <P, W>(
  { kind, ledger }: Store<P, W>,
  uuid: Uuid,
): Promise<{ readonly foundAs: Explanation['foundAs']; readonly decided: Decided<P> }> => {
  const decide = async (mo: Uuid): Promise<Decided<P>> => (await kind.decide([mo])).get(mo) ?? { mo, gone: true, decisions: [] };
  const decided = await decide(uuid);
  if (!decided.gone || (await ledger.sentFor([uuid])).has(uuid)) return { foundAs: 'mo-uuid', decided };
  const entry = (await ledger.get([uuid])).get(uuid);
  return entry ? { foundAs: 'fk-uuid', decided: await decide(entry.mo) } : { foundAs: 'nothing', decided };
};

const explainEngagements = async (
  around: SurroundingsDeps,
  engagements: readonly MoEngagement[],
): Promise<readonly ExplainedEngagement[]> => {
  const today = copenhagenDate(around.now());
  // As positions are made: the stretch valid now, else the first coming one.
  const current = engagements.flatMap(({ uuid, stretches }) => {
    const [stretch] = stretches.filter(({ to }) => to === null || to > today).toSorted((a, b) => (a.from < b.from ? -1 : 1));
    return stretch ? [{ engagement: uuid, unit: stretch.unit, from: stretch.from }] : [];
  });
  const { context } = await readAround(around, [...new Set(current.map(({ unit }) => unit))], []);
  return current.map((one) => {
    const { transferred, reason } = context.tree.judge(one.unit);
    return { ...one, transferred, reason };
  });
};
