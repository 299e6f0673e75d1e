import type { CollectionName } from '../../dataset/normalised.ts';
import type { Store } from '../store/store.ts';
import type { Filters } from './filters.ts';

/** What evaluating a filter depends on: the data, the one "now" of the request, and the version that is spoken. */
export interface Scope {
  readonly store: Store;
  /** Epoch ms. */
  readonly now: number;
  /** The Danish date at `now`: everything begins and ends at midnight, so two instants of one day see the same. */
  readonly today: string;
  readonly version: number;
  /** The uuids a nested filter selects, each filter within its own window. */
  readonly uuids: <Name extends CollectionName>(name: Name, filter: Filters[Name]) => ReadonlySet<string>;
}
