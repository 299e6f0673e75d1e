import { orgUnitComplaint, userComplaint } from './complaints.ts';
import { orgUnitRefusal, userRefusal, type Charset } from './database.ts';
import type { Fk, FkContent } from './fk.ts';
import { orgUnitRegistration } from './org-unit-registration.ts';
import type { Operation, QueueRow } from './queue-row.ts';
import { userRegistration } from './user-registration.ts';

/** What makes a row, but for its id, kind and content. */
export interface RowFrame {
  readonly uuid: string;
  readonly operation: Operation;
  readonly priority: number;
  readonly cvr: string;
  readonly bypassCache: boolean;
}

/** A body that could be read as a registration. */
export interface Submission {
  /** What POST answers. */
  readonly echo: unknown;
  readonly uuid: string;
  /** One of OS2sync's own validation texts. */
  readonly complaint: string | null;
  refusal(cvr: string, charset: Charset): string | null;
  row(id: number, frame: RowFrame): QueueRow;
}

/** Where units and users differ; everything else in the API is the same for both. */
export interface ObjectKind {
  readonly name: 'orgunit' | 'user';
  /** null = unreadable as this kind: OS2sync loses the body. */
  submit(body: unknown): Submission | null;
  /** A row without content: DELETE and passiver. */
  bareRow(id: number, frame: RowFrame): QueueRow;
  read(fk: Fk, uuid: string): unknown;
  uuids(content: FkContent): readonly string[];
}

const uuidsOf = (registrations: readonly { readonly Uuid: string | null }[]): string[] => registrations.map((one) => one.Uuid ?? '');

export const ORG_UNIT_KIND: ObjectKind = {
  name: 'orgunit',
  submit: (body) => {
    const parsed = orgUnitRegistration.safeParse(body);
    if (!parsed.success) return null;
    const unit = parsed.data;
    return {
      echo: unit,
      uuid: unit.Uuid ?? '',
      complaint: orgUnitComplaint(unit),
      refusal: (cvr, charset) => orgUnitRefusal(unit, cvr, charset),
      row: (id, frame) => ({ id, ...frame, kind: 'orgunit', registration: unit }),
    };
  },
  bareRow: (id, frame) => ({ id, ...frame, kind: 'orgunit', registration: null }),
  read: (fk, uuid) => fk.readUnit(uuid),
  uuids: ({ orgunits }) => uuidsOf(orgunits),
};

export const USER_KIND: ObjectKind = {
  name: 'user',
  submit: (body) => {
    const parsed = userRegistration.safeParse(body);
    if (!parsed.success) return null;
    const user = parsed.data;
    return {
      echo: user,
      uuid: user.Uuid ?? '',
      complaint: userComplaint(user),
      refusal: (cvr, charset) => userRefusal(user, cvr, charset),
      row: (id, frame) => ({ id, ...frame, kind: 'user', registration: user }),
    };
  },
  bareRow: (id, frame) => ({ id, ...frame, kind: 'user', registration: null }),
  read: (fk, uuid) => fk.readUser(uuid),
  uuids: ({ users }) => uuidsOf(users),
};
