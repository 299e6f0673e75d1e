import { z } from 'zod';
import { systemSeed, usageSeed, userSeed } from '../dataset/kitos-dataset.ts';
import { parseTicks } from '../time/ticks.ts';

const uuid = z.string().toLowerCase().pipe(z.guid());
const usageRole = { usage: uuid, user: uuid, role: uuid };
/** The time to stamp it with, instead of the clock's: for ties, and for the last of the seven decimals. */
const at = {
  at: z
    .string()
    .refine((text) => parseTicks(text) !== null, 'no time')
    .optional(),
};

/** Something that a person does in Kitos. What moves which time stamp is facts/kitos.md §4. */
export const kitosChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add-system'), ...systemSeed.shape, ...at }),
  /** Moves the system's time, not its usages'. */
  z.strictObject({ kind: z.literal('rename-system'), system: uuid, name: z.string(), ...at }),
  z.strictObject({ kind: z.literal('deactivate-system'), system: uuid, deactivated: z.boolean().default(true), ...at }),
  /** Refused while it is in use; `force`, as when an organisation goes: its usages are deleted first, each with an event of its own. */
  z.strictObject({ kind: z.literal('delete-system'), system: uuid, force: z.boolean().default(false), ...at }),
  /** Refused for a deactivated system, and where the organisation uses it already. */
  z.strictObject({ kind: z.literal('add-usage'), ...usageSeed.shape, ...at }),
  z.strictObject({
    kind: z.literal('edit-usage'),
    usage: uuid,
    validFrom: usageSeed.shape.validFrom.unwrap().optional(),
    validTo: usageSeed.shape.validTo.unwrap().optional(),
    lifeCycleStatus: usageSeed.shape.lifeCycleStatus.unwrap().optional(),
    ...at,
  }),
  /** Moves no time at all, though the usage may become valid or invalid by it. */
  z.strictObject({ kind: z.literal('set-main-contract'), usage: uuid, active: z.boolean().nullable(), ...at }),
  /** Moves the usage's time and both systems'. */
  z.strictObject({ kind: z.literal('move-usage'), usage: uuid, system: uuid, ...at }),
  z.strictObject({ kind: z.literal('delete-usage'), usage: uuid, ...at }),
  z.strictObject({ kind: z.literal('assign-role'), ...usageRole, ...at }),
  z.strictObject({ kind: z.literal('remove-role'), ...usageRole, ...at }),
  z.strictObject({ kind: z.literal('add-user'), ...userSeed.shape, ...at }),
  /** Moves no time. */
  z.strictObject({
    kind: z.literal('change-user'),
    user: uuid,
    firstName: z.string().nullable().optional(),
    lastName: z.string().nullable().optional(),
    email: z.string().nullable().optional(),
    ...at,
  }),
  /** Out of one organisation (absent: the home organisation) with all rights there; out of the last one: anonymised. */
  z.strictObject({ kind: z.literal('remove-user'), user: uuid, organisation: uuid.optional(), ...at }),
  /** Out of everything, and anonymised. */
  z.strictObject({ kind: z.literal('delete-user'), user: uuid, ...at }),
  /** Out of the user list only: what the user holds stays, and no time moves. */
  z.strictObject({ kind: z.literal('strip-user'), user: uuid, organisation: uuid.optional(), ...at }),
  /** Moves no time. */
  z.strictObject({ kind: z.literal('rename-role-type'), role: uuid, name: z.string(), ...at }),
]);

export type KitosChange = Readonly<z.input<typeof kitosChangeSchema>>;
export type ParsedChange = z.output<typeof kitosChangeSchema>;
export type ChangeOf<Kind extends ParsedChange['kind']> = Extract<ParsedChange, { readonly kind: Kind }>;
