import type { Decision, MoUnit, OrgUnitDraft, Undecided, Upsert, Uuid } from '@os2bridge/model';
import type { MappingContext } from '../context.ts';
import { openDesk, report, type Desk } from '../desk/desk.ts';
import { Undecidable } from '../desk/undecidable.ts';
import type { OrgUnitFacts } from '../facts.ts';
import { textOf } from '../text/text-of.ts';
import { addressFields } from './address-fields.ts';
import { kleTasks } from './kle-tasks.ts';
import { managerFkUuid } from './manager-fk-uuid.ts';
import { unitItSystems } from './unit-it-systems.ts';

/**
 * What FK Organisation should hold for one unit (sync-rules §1.1, §1.2). The payload holds only the fields that MO can fill under the
 * settings; `keep` names those whose street address could not be looked up. Bad data gives an `error` decision, never an exception.
 */
export const decideOrgUnit = (facts: OrgUnitFacts, context: MappingContext): Decision<OrgUnitDraft> => {
  const { uuid } = facts.unit;
  const verdict = context.tree.judge(uuid);
  const desk = openDesk(context);
  const failed = (reason: string, message: string): Undecided => ({
    kind: 'orgunit',
    mo: uuid,
    verdict: 'error',
    reasons: [reason],
    reports: desk.reports,
    message,
  });

  if (verdict.transferred === 'error') return failed(verdict.reason, verdict.message);
  if (!verdict.transferred) {
    const fk = context.tree.fkUuid(uuid);
    return {
      kind: 'orgunit',
      mo: uuid,
      verdict: 'ignore',
      reasons: [verdict.reason],
      reports: desk.reports,
      ...(fk.ok ? { fk: fk.uuid } : {}),
    };
  }
  try {
    const { payload, keep } = draftOf(facts, desk);
    return {
      kind: 'orgunit',
      mo: uuid,
      fk: payload.Uuid,
      verdict: 'upsert',
      reasons: [verdict.reason],
      reports: desk.reports,
      payload,
      keep,
    };
  } catch (error) {
    if (error instanceof Undecidable) return failed(error.reason, error.message);
    throw error;
  }
};

const draftOf = (facts: OrgUnitFacts, desk: Desk): Pick<Upsert<OrgUnitDraft>, 'payload' | 'keep'> => {
  const { unit } = facts;
  const { tree, rules } = desk.context;
  const parent = tree.transferredParent(unit.uuid);
  const own = fkUuidIn(desk, unit.uuid);
  const above = parent && fkUuidIn(desk, parent);
  const name = textOf(desk, unit.name, 'Name', unit.uuid);
  if (name === null) throw new Undecidable('no-name', `Unit ${unit.uuid} has no name. Give it one in OS2MO`);
  reportEndedClasses(unit, desk);

  const { values, keep } = addressFields(facts.addresses, desk);
  const live = facts.managerEngagements ? new Set(facts.managerEngagements) : null;
  const payload: OrgUnitDraft = {
    Uuid: own,
    Name: name,
    ParentOrgUnitUuid: above,
    ItSystems: unitItSystems(facts.accounts, desk),
    ...values,
    ...(rules.syncManagers ? { ManagerUuid: managerFkUuid(facts.managers, facts.managerAccounts, live, desk) } : {}),
    ...kleTasks(facts.kles, desk),
  };
  return { payload, keep };
};

const fkUuidIn = (desk: Desk, unit: Uuid): Uuid => {
  const fk = desk.context.tree.fkUuid(unit);
  if (!fk.ok) throw new Undecidable(fk.reason, fk.message);
  return fk.uuid;
};

/** Type, level and hierarchy decide by uuid or last known title; that the class has ended is only reported. */
const reportEndedClasses = (unit: MoUnit, desk: Desk): void => {
  for (const [field, uuid] of [
    ['unit type', unit.unitType],
    ['unit level', unit.level],
    ['hierarchy', unit.hierarchy],
  ] as const) {
    if (uuid && desk.context.classes.get(uuid)?.ended) report(desk, 'ended-class', { field, uuid });
  }
};
