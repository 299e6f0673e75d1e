import type { Uuid } from '@os2bridge/model';
import { fkUuidOf } from '../systems/fk-uuid-of.ts';
import { systemRanks } from '../systems/system-ranks.ts';
import type { FkUuid, ScopeError, ScopeVerdict, UnitNode, UnitTree } from '../unit-tree.ts';
import { judgeInTreeWith, type JudgeInput } from './judge-in-tree.ts';
import { stepsBefore, stepsFor } from './scope-steps.ts';

export interface UnitTreeInput extends JudgeInput {
  /** Units valid now: all of them, or some with all their ancestors. */
  readonly nodes: Iterable<UnitNode>;
  /** Units that MO knows but that are not valid now; as a parent such a unit ends the tree, one that MO does not know at all is an error. */
  readonly endedUnits?: ReadonlySet<Uuid>;
}

/** What a unit hands down to the units below it. */
type Below =
  | { readonly kind: 'inside'; readonly filtered: boolean; readonly nearest: Uuid }
  | { readonly kind: 'outside' }
  | { readonly kind: 'lost'; readonly reason: ScopeError; readonly cause: string };

interface Place {
  readonly verdict: ScopeVerdict;
  readonly parent: Uuid | null;
  readonly below: Below;
}

const TERMINATED: ScopeVerdict = { transferred: false, reason: 'terminated', steps: stepsFor(2) };
const OUTSIDE_TREE: ScopeVerdict = { transferred: false, reason: 'outside-tree', steps: stepsFor(2) };
const TOP_UNIT: ScopeVerdict = { transferred: true, reason: 'top-unit', steps: stepsFor(1) };

/**
 * Judges units by sync-rules §1.1 and tells their FK uuid (§1.6) and nearest transferred ancestor. Every unit is judged once, walking up
 * without recursion (a chain of 10,000 units is no problem), so judging a whole municipality costs one step per unit.
 */
export const buildUnitTree = (input: UnitTreeInput): UnitTree => {
  const { rules, itSystems, endedUnits = new Set<Uuid>() } = input;
  const nodes = new Map<Uuid, UnitNode>();
  for (const node of input.nodes) nodes.set(node.unit.uuid, node);
  const judgeInTree = judgeInTreeWith(input);
  const uuidSystems = systemRanks(rules.uuidSystems, itSystems.values());
  const filteredUnits = new Set(rules.filteredUnits);
  const places = new Map<Uuid, Place>();
  const fkUuids = new Map<Uuid, FkUuid>();

  /** Row 3 for the top unit's descendants: the top unit or one above it is filtered. The top unit itself is decided by row 1. */
  const topIsFiltered = (): boolean => {
    const seen = new Set<Uuid>();
    for (let at: Uuid | null = rules.topUnit; at !== null && !seen.has(at); at = nodes.get(at)?.unit.parent ?? null) {
      if (filteredUnits.has(at)) return true;
      seen.add(at);
    }
    return false;
  };

  const place = (node: UnitNode, above: Below): Place => {
    if (above.kind === 'outside') return { verdict: OUTSIDE_TREE, parent: null, below: above };
    if (above.kind === 'lost') return lost(node, above);
    const verdict = judgeInTree(node, above.filtered);
    if (verdict.transferred === 'error') {
      return { verdict, parent: above.nearest, below: { kind: 'lost', reason: verdict.reason, cause: verdict.message } };
    }
    const filtered = verdict.reason === 'filtered';
    return {
      verdict,
      parent: above.nearest,
      below: { kind: 'inside', filtered, nearest: verdict.transferred ? node.unit.uuid : above.nearest },
    };
  };

  const placeOf = (unit: Uuid): Place | undefined => {
    const path: UnitNode[] = [];
    const onPath = new Set<Uuid>();
    let above: Below = { kind: 'outside' };
    for (let at: Uuid | null = unit, child: Uuid = unit; at !== null;) {
      const known = places.get(at);
      if (known) {
        above = known.below;
        break;
      }
      const node = nodes.get(at);
      if (!node) {
        const unknown = path.length > 0 && !endedUnits.has(at);
        if (unknown) above = { kind: 'lost', reason: 'parent-unknown', cause: unknownParentMessage(child, at) };
        break;
      }
      if (at === rules.topUnit) {
        const top: Place = { verdict: TOP_UNIT, parent: null, below: { kind: 'inside', filtered: topIsFiltered(), nearest: at } };
        places.set(at, top);
        above = top.below;
        break;
      }
      if (onPath.has(at)) {
        above = { kind: 'lost', reason: 'parent-cycle', cause: `unit ${at} is above itself. Correct its parent in OS2MO` };
        break;
      }
      onPath.add(at);
      path.push(node);
      child = at;
      at = node.unit.parent;
    }
    for (const node of path.toReversed()) {
      const placed = place(node, above);
      places.set(node.unit.uuid, placed);
      above = placed.below;
    }
    return places.get(unit);
  };

  return {
    judge: (unit) => placeOf(unit)?.verdict ?? TERMINATED,
    transferredParent: (unit) => placeOf(unit)?.parent ?? null,
    fkUuid: (unit) => {
      if (rules.uuidSystems.length === 0) return { ok: true, uuid: unit };
      const known = fkUuids.get(unit);
      if (known) return known;
      const found = fkUuidOf(unit, nodes.get(unit)?.accounts ?? [], uuidSystems, itSystems);
      fkUuids.set(unit, found);
      return found;
    },
  };
};

const unknownParentMessage = (unit: Uuid, parent: Uuid): string =>
  `unit ${unit} has the parent ${parent}, which OS2MO does not know. Give it another parent in OS2MO`;

const lost = (node: UnitNode, below: Extract<Below, { kind: 'lost' }>): Place => ({
  verdict: {
    transferred: 'error',
    reason: below.reason,
    message: `Unit ${node.unit.uuid} cannot be placed in the tree: ${below.cause}`,
    steps: stepsBefore(2),
  },
  parent: null,
  below,
});
