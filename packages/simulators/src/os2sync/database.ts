import type { OrgUnitRegistration } from './org-unit-registration.ts';
import type { UserRegistration } from './user-registration.ts';

/** A value on its way into a column of the queue tables: column name, width in characters, value. */
type Cell = readonly [column: string, width: number, value: string | null];

/** MySQL's latin1 is cp1252: these are its letters above U+00FF. */
const CP1252_EXTRAS = new Set('€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ');

const outsideLatin1 = (letter: string): boolean => letter > 'ÿ' && !CP1252_EXTRAS.has(letter);

const hex = (letter: string): string =>
  Array.from(Buffer.from(letter, 'utf8'), (byte) => `\\x${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** What MySQL in strict mode says to a row that does not fit, null when it fits. Widths: facts/os2sync.md §2.2, §2.3. */
const refusal = (cells: readonly Cell[], charset: Charset): string | null => {
  for (const [column, width, value] of cells) {
    if (value === null) continue;
    const letters = [...value];
    const strange = charset === 'latin1' ? letters.find(outsideLatin1) : undefined;
    if (strange !== undefined) return `Incorrect string value: '${hex(strange)}' for column '${column}' at row 1`;
    if (letters.length > width) return `Data too long for column '${column}' at row 1`;
  }
  return null;
};

export type Charset = 'utf8mb4' | 'latin1';

const list = (column: string, values: readonly string[] | null): readonly Cell[] => (values ?? []).map((value) => [column, 36, value]);

/** Why the database would not take this unit into the queue. */
export const orgUnitRefusal = (unit: OrgUnitRegistration, cvr: string, charset: Charset): string | null =>
  refusal(
    [
      ['uuid', 36, unit.Uuid],
      ['shortkey', 50, unit.ShortKey],
      ['name', 255, unit.Name],
      ['parent_ou_uuid', 36, unit.ParentOrgUnitUuid],
      ['payout_ou_uuid', 36, unit.PayoutUnitUuid],
      ['manager_uuid', 36, unit.ManagerUuid],
      ['los_shortname', 255, unit.LOSShortName],
      ['los_id', 255, unit.LOSId],
      ['phone_number', 255, unit.PhoneNumber],
      ['email', 255, unit.Email],
      ['location', 255, unit.Location],
      ['ean', 255, unit.Ean],
      ['url', 255, unit.Url],
      ['landline', 255, unit.Landline],
      ['post_address', 255, unit.Post],
      ['post_secondary', 255, unit.PostSecondary],
      ['contact_open_hours', 255, unit.ContactOpenHours],
      ['email_remarks', 255, unit.EmailRemarks],
      ['contact', 255, unit.Contact],
      ['post_return', 255, unit.PostReturn],
      ['phone_open_hours', 255, unit.PhoneOpenHours],
      ['dtr_id', 255, unit.DtrId],
      ['foa', 255, unit.FOA],
      ['pnr', 255, unit.PNR],
      ['sor', 255, unit.SOR],
      ['cvr', 8, cvr],
      ...list('task', unit.Tasks),
      ...list('it_system_uuid', unit.ItSystems),
      ...list('task', unit.ContactForTasks),
      ...list('contact_place_uuid', unit.ContactPlaces),
    ],
    charset,
  );

/** Why the database would not take this user into the queue. */
export const userRefusal = (user: UserRegistration, cvr: string, charset: Charset): string | null =>
  refusal(
    [
      ['uuid', 36, user.Uuid],
      ['shortkey', 50, user.ShortKey],
      ['user_id', 255, user.UserId],
      ['phone_number', 255, user.PhoneNumber],
      ['landline', 255, user.Landline],
      ['email', 255, user.Email],
      ['racfid', 255, user.RacfID],
      ['location', 255, user.Location],
      ['fmkid', 255, user.FMKID],
      ['name', 255, user.Person.Name],
      ['cpr', 10, user.Person.Cpr],
      ['person_uuid', 36, user.Person.Uuid],
      ['cvr', 8, cvr],
      ...(user.Positions ?? []).flatMap((position): readonly Cell[] => [
        ['name', 255, position.Name],
        ['orgunit_uuid', 36, position.OrgUnitUuid],
        ['start_date', 10, position.StartDate],
        ['stop_date', 10, position.StopDate],
      ]),
    ],
    charset,
  );

/** Why the database would not take a row that has nothing but a uuid (DELETE, passiver). */
export const uuidRefusal = (uuid: string, cvr: string, charset: Charset): string | null =>
  refusal(
    [
      ['uuid', 36, uuid],
      ['cvr', 8, cvr],
    ],
    charset,
  );
