import { z } from 'zod';
import { parseTicks } from '../time/ticks.ts';

const uuid = z.string().toLowerCase().pipe(z.guid());
const time = z.string().refine((text) => parseTicks(text) !== null, 'no time');
const name = z.string().nullable();

const organisationSeed = z.strictObject({
  uuid,
  name: z.string(),
  cvr: z.string().nullable().default(null),
  /** Shown as the CVR where there is none of its own, but not searched. */
  foreignCvr: z.string().nullable().default(null),
  type: z.enum(['Municipality', 'CommunityOfInterest', 'Company', 'OtherPublicAuthority']).default('Municipality'),
  /** Seen by everyone from a municipality. */
  public: z.boolean().default(true),
});

export const userSeed = z.strictObject({
  uuid,
  firstName: name.default('Ukendt'),
  lastName: name.default(null),
  email: name.default(null),
  phoneNumber: name.default(null),
  apiAccess: z.boolean().default(false),
  /** Uuids; absent = the home organisation (the first municipality). Empty: a holder who is missing in every user list. */
  organisations: z.array(uuid).optional(),
});

const roleTypeSeed = z.strictObject({
  uuid,
  name: z.string(),
  description: z.string().default(''),
  writeAccess: z.boolean().default(false),
  /** The highest comes first. */
  priority: z.int().default(0),
  /** Switched on in these organisations; absent = in all. */
  organisations: z.array(uuid).optional(),
});

export const systemSeed = z.strictObject({
  uuid,
  name: z.string().nullable().default('Uden navn'),
  formerName: name.default(null),
  deactivated: z.boolean().default(false),
  /** Local: seen by its own organisation only. */
  scope: z.enum(['Global', 'Local']).default('Global'),
  organisation: uuid.optional(),
  lastModified: time.optional(),
});

export const usageSeed = z.strictObject({
  uuid,
  system: uuid,
  organisation: uuid.optional(),
  lastModified: time.optional(),
  /** Dates; the usage is valid from the first to the last of them. */
  validFrom: z.iso.date().nullable().default(null),
  validTo: z.iso.date().nullable().default(null),
  lifeCycleStatus: z.enum(['Undecided', 'NotInUse', 'PhasingIn', 'Operational', 'PhasingOut']).nullable().default('Operational'),
  /** null = it has no main contract. */
  mainContractActive: z.boolean().nullable().default(null),
  roles: z.array(z.strictObject({ user: uuid, role: uuid })).default([]),
});

const deletionSeed = z.strictObject({
  uuid,
  type: z.enum(['ItSystem', 'ItSystemUsage', 'ItInterface', 'ItContract', 'DataProcessingRegistration', 'OrganizationUnit']),
  occurredAt: time,
  organisation: uuid.nullable().default(null),
  public: z.boolean().default(false),
});

/** What a simulated Kitos holds at first. Rows get their numbers, and so Kitos' own order, in the order given here. */
export const kitosDatasetSchema = z.strictObject({
  /** For people and generators; the simulator reads only `now`: where its clock stands. */
  meta: z.looseObject({ now: z.iso.datetime({ offset: true }).optional() }).default({}),
  organisations: z.array(organisationSeed).default([]),
  users: z.array(userSeed).default([]),
  roleTypes: z.array(roleTypeSeed).default([]),
  systems: z.array(systemSeed).default([]),
  usages: z.array(usageSeed).default([]),
  deletions: z.array(deletionSeed).default([]),
});

export type KitosDataset = z.output<typeof kitosDatasetSchema>;
export type KitosDatasetInput = z.input<typeof kitosDatasetSchema>;
