import type { Dataset } from '../dataset/dataset.ts';
import { takeCensus } from './census.ts';
import type { ScriptedChange } from './day/day-context.ts';
import { endUnit } from './day/end-unit.ts';
import { hidePhone } from './day/hide-phone.ts';
import { hire } from './day/hire.ts';
import { leave } from './day/leave.ts';
import { moveSubtree } from './day/move-subtree.ts';
import { newAccount } from './day/new-account.ts';
import { renameUnit } from './day/rename-unit.ts';
import { createRandom } from './random.ts';

export interface ScriptedDayOptions {
  readonly seed: string | number;
  /** `YYYY-MM-DD`, the day on which it all happens; default: the day the municipality was made for. */
  readonly today?: string;
}

export interface ScriptedDay {
  /** In the order in which they happen. No two touch the same object, so that their expectations may be added up. */
  readonly changes: readonly ScriptedChange[];
}

/**
 * A day in a generated municipality: patches for the OS2MO simulator, and how many objects of FK Organisation each should touch under
 * `municipalitySettings`. Changes that a very small municipality has nobody for are left out. Throws TypeError for any other dataset.
 */
export const scriptedDay = (dataset: Dataset, { seed, today }: ScriptedDayOptions): ScriptedDay => {
  const day = { dataset, census: takeCensus(dataset, today), random: createRandom(`${seed}/day`), used: new Set<string>() };
  // The ended unit comes first in choosing because it needs the most: a unit all of whose people are in no other change.
  const [ended, ...others] = [endUnit, hire, leave, renameUnit, moveSubtree, hidePhone, newAccount].map((make) => make(day));
  return { changes: [...others, ended].flatMap((change) => change ?? []) };
};
