import type { MoAddress } from '@os2bridge/model';
import { classOf } from '../desk/class-of.ts';
import { report, type Desk } from '../desk/desk.ts';
import { isPublic } from '../desk/is-public.ts';
import { textOf } from '../text/text-of.ts';
import type { PositionSource } from './positions.ts';

/** A user's Location; `keep` = its street address could not be looked up, so FK's text stays. */
export interface Location {
  readonly text: string | null;
  readonly keep: boolean;
}

/**
 * A user's Location (sync-rules §1.4): of the primary position's unit (none or several primary: the first position's) the visible address
 * whose type title comes first in `os2sync.employee_engagement_address`; ties: the lowest address uuid.
 */
export const locationOf = (positions: readonly PositionSource[], unitAddresses: readonly MoAddress[], desk: Desk): Location => {
  const { locationTitles } = desk.prepared;
  if (locationTitles.size === 0) return { text: null, keep: false };
  const primaries = positions.filter((source) => source.primary);
  if (primaries.length > 1) report(desk, 'several-primary', { field: 'Location' });
  const unit = (primaries.length === 1 ? primaries[0] : positions[0])?.unit;

  let best: MoAddress | null = null;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const address of unitAddresses) {
    if (address.unit !== unit || !isPublic(desk, address)) continue;
    const rank = locationTitles.get(classOf(desk, address.type, 'address type').name.trim());
    if (rank === undefined || rank > bestRank) continue;
    if (rank === bestRank && best && best.uuid < address.uuid) continue;
    best = address;
    bestRank = rank;
  }
  if (!best) return { text: null, keep: false };
  if (best.text === null) report(desk, 'address-lookup-failed', { field: 'Location', uuid: best.uuid });
  return { text: textOf(desk, best.text, 'Location', best.uuid), keep: best.text === null };
};
