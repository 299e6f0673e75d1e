import type { RuleSettings } from '@os2bridge/config';
import type { MoClass, MoItSystem, Uuid } from '@os2bridge/model';
import type { Templates } from './templates/templates.ts';
import type { UnitTree } from './unit-tree.ts';

/** What every decision is made in: the rules, compiled once, and the surroundings read with the facts. */
export interface MappingContext {
  readonly rules: RuleSettings;
  readonly templates: Templates;
  readonly classes: ReadonlyMap<Uuid, MoClass>;
  readonly itSystems: ReadonlyMap<Uuid, MoItSystem>;
  readonly tree: UnitTree;
  /** Today in Copenhagen, `YYYY-MM-DD`. */
  readonly today: string;
}
