import type { FkObject } from './fk-object.ts';
import { fkRefusesUnit } from './fk-refuses.ts';
import { fkRejection } from './fk-rejection.ts';
import { dotnetTime } from './newtonsoft.ts';
import type { OrgUnitRegistration } from './org-unit-registration.ts';
import type { OrgUnitRow } from './queue-row.ts';
import { shortKey } from './short-key.ts';
import type { Os2syncSwitches } from './switches.ts';

export type UnitShelf = Map<string, FkObject<OrgUnitRegistration>>;

const SERVICE = 'organisationenhed/6';

const unique = (values: readonly string[] | null): string[] => [...new Set(values)];

/** Lists come back empty rather than null; OS2sync lower-cases the unit's and its parent's uuid, no other. */
const asStored = (unit: OrgUnitRegistration): OrgUnitRegistration => ({
  ...unit,
  Uuid: unit.Uuid?.toLowerCase() ?? null,
  ParentOrgUnitUuid: unit.ParentOrgUnitUuid?.toLowerCase() ?? null,
  Tasks: unique(unit.Tasks),
  ItSystems: unique(unit.ItSystems),
  ContactForTasks: unique(unit.ContactForTasks),
  ContactPlaces: unique(unit.ContactPlaces),
  Timestamp: dotnetTime(new Date()),
});

/** What stays of the old registration because the feature is off, or because OS2sync never clears it. */
const left = (old: OrgUnitRegistration | null, sent: OrgUnitRegistration, off: Os2syncSwitches): Partial<OrgUnitRegistration> => ({
  ShortKey: sent.ShortKey ?? old?.ShortKey ?? shortKey(sent.Uuid ?? ''),
  ...(off.disableHenvendelsessteder && { ContactForTasks: old?.ContactForTasks ?? [], ContactPlaces: old?.ContactPlaces ?? [] }),
  ...(off.disableUdbetalingsenheder && { PayoutUnitUuid: old?.PayoutUnitUuid ?? null }),
  ...(off.disableOpgaver && old && { Tasks: old.Tasks }),
  ...(off.ignoreSor && old && { SOR: old.SOR }),
});

const update = (shelf: UnitShelf, row: OrgUnitRow, off: Os2syncSwitches): void => {
  if (row.registration === null) return;
  const refused = fkRefusesUnit(row.registration);
  if (refused !== null) throw fkRejection(`${SERVICE}.Ret`, 40, `${refused} is not valid`);
  const sent = asStored(row.registration);
  const uuid = sent.Uuid ?? '';
  const held = shelf.get(uuid);
  const old = held && held.life !== 'passive' ? held.registration : null;
  shelf.set(uuid, { registration: { ...sent, ...left(old, sent, off) }, life: 'active', cvr: row.cvr });
};

/** Soft: relations end, name and addresses stay readable. Children and users keep pointing at the unit. */
const end = (shelf: UnitShelf, uuid: string): void => {
  const held = shelf.get(uuid);
  if (held?.life !== 'active') return;
  const ended = {
    ...held.registration,
    ParentOrgUnitUuid: null,
    ManagerUuid: null,
    PayoutUnitUuid: null,
    Tasks: [],
    ItSystems: [],
    ContactForTasks: [],
    ContactPlaces: [],
  };
  shelf.set(uuid, { ...held, life: 'inactive', registration: ended });
};

/** Carries out one queue row on FK's units; throws FkRejection when FK refuses it for good (facts/os2sync.md §2.1, §3.6). */
export const applyToUnits = (shelf: UnitShelf, row: OrgUnitRow, off: Os2syncSwitches): void => {
  if (row.operation === 'UPDATE') return update(shelf, row, off);
  if (row.operation === 'DELETE') return end(shelf, row.uuid);
  const held = shelf.get(row.uuid);
  if (!held || held.life === 'passive') throw fkRejection(`${SERVICE}.Passiver`, 49, 'no such object');
  shelf.set(row.uuid, { ...held, life: 'passive' });
};

/** GET: an ended unit is still there (it has no status field), a passivated or unknown one is null. */
export const readUnit = (shelf: UnitShelf, uuid: string): OrgUnitRegistration | null => {
  const held = shelf.get(uuid.toLowerCase());
  return held && held.life !== 'passive' ? held.registration : null;
};

/** Puts a unit there as it is, owned by nobody in particular: initial content. */
export const loadUnit = (shelf: UnitShelf, unit: OrgUnitRegistration): void => {
  const stored = asStored(unit);
  shelf.set(stored.Uuid ?? '', {
    registration: { ...stored, ShortKey: unit.ShortKey ?? shortKey(stored.Uuid ?? '') },
    life: 'active',
    cvr: null,
  });
};
