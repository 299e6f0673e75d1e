import type { FkPosition, MoEngagement, MoEngagementStretch, Uuid } from '@os2bridge/model';
import { classOf } from '../desk/class-of.ts';
import { report, type Desk } from '../desk/desk.ts';
import { Undecidable } from '../desk/undecidable.ts';
import { codePointOrder } from '../text/code-point-order.ts';
import { textOf } from '../text/text-of.ts';

/** A position and where it comes from. `unit` is the MO uuid. */
export interface PositionSource {
  readonly position: FkPosition;
  readonly unit: Uuid;
  readonly primary: boolean;
}

/**
 * A person's engagements as positions (sync-rules §1.4): those valid now or starting later whose unit is transferred; exact duplicates
 * collapsed; sorted by name (code point), unit, start date.
 * @throws Undecidable when the tree cannot place a unit, a unit's FK uuid is invalid, or a position has no name at all.
 */
export const positionsOf = (engagements: readonly MoEngagement[], desk: Desk): readonly PositionSource[] => {
  const found = new Map<string, PositionSource>();
  for (const engagement of engagements) {
    const source = positionOf(engagement, desk);
    if (!source) continue;
    const { Name, OrgUnitUuid, StartDate } = source.position;
    const key = JSON.stringify([Name, OrgUnitUuid, StartDate]);
    const twin = found.get(key);
    found.set(key, twin ? { ...twin, primary: twin.primary || source.primary } : source);
  }
  return [...found.values()].toSorted((a, b) => positionOrder(a.position, b.position));
};

const positionOf = (engagement: MoEngagement, desk: Desk): PositionSource | null => {
  const { tree, today } = desk.context;
  const stretch = stretchOf(engagement, today);
  if (!stretch) return null;
  const verdict = tree.judge(stretch.unit);
  if (verdict.transferred === 'error') throw new Undecidable(verdict.reason, verdict.message);
  if (!verdict.transferred) return null;
  const fk = tree.fkUuid(stretch.unit);
  if (!fk.ok) throw new Undecidable(fk.reason, fk.message);
  return {
    position: { Name: nameOf(engagement, stretch, desk), OrgUnitUuid: fk.uuid, StartDate: engagement.earliestStart, StopDate: null },
    unit: stretch.unit,
    primary: isPrimary(stretch, desk),
  };
};

/** The stretch valid on `today`, else the first coming one. */
const stretchOf = ({ stretches }: MoEngagement, today: string): MoEngagementStretch | null => {
  const coming = stretches.filter((stretch) => stretch.to === null || stretch.to > today);
  return coming.length > 1 ? coming.reduce((first, stretch) => (stretch.from < first.from ? stretch : first)) : (coming[0] ?? null);
};

/** `extension_1` or `extension_3` if the settings say so and it is non-blank, else the job function. */
const nameOf = (engagement: MoEngagement, stretch: MoEngagementStretch, desk: Desk): string => {
  const { extensionAsJobFunction } = desk.context.rules;
  const extension = extensionAsJobFunction === '1' ? stretch.extension1 : extensionAsJobFunction === '3' ? stretch.extension3 : null;
  const name =
    textOf(desk, extension, 'Positions.Name', engagement.uuid) ??
    textOf(desk, classOf(desk, stretch.jobFunction, 'job function').name, 'Positions.Name', engagement.uuid);
  if (name === null) {
    throw new Undecidable(
      'no-position-name',
      `The job function ${stretch.jobFunction} of engagement ${engagement.uuid} has no name. Give it one in OS2MO`,
    );
  }
  return name;
};

/** MO's own rule: primary is a class whose scope is a number of at least 3000 (facts/os2mo.md, engagements). */
const isPrimary = ({ primary }: MoEngagementStretch, desk: Desk): boolean => {
  const type = primary === null ? undefined : desk.context.classes.get(primary);
  if (type?.ended) report(desk, 'ended-class', { field: 'primary', uuid: type.uuid });
  return /^\d+$/.test(type?.scope ?? '') && Number(type?.scope) >= 3000;
};

const positionOrder = (a: FkPosition, b: FkPosition): number =>
  codePointOrder(a.Name, b.Name) || codePointOrder(a.OrgUnitUuid, b.OrgUnitUuid) || codePointOrder(a.StartDate, b.StartDate);
