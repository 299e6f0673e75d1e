import type { AddressRule, RuleSettings } from '@os2bridge/config';
import {
  isUuid,
  type Decision,
  type FkUser,
  type MoAddress,
  type MoClass,
  type MoEngagement,
  type MoEngagementStretch,
  type MoItAccount,
  type MoItSystem,
  type MoKle,
  type MoManager,
  type MoPerson,
  type MoUnit,
  type OrgUnitDraft,
  type Upsert,
  type Uuid,
} from '@os2bridge/model';
import { buildUnitTree, compileTemplates, decideEmployee, decideOrgUnit, type MappingContext, type UnitTree } from '../src/index.ts';

const TODAY = '2026-11-22';

/** The n-th uuid of a kind; a kind is one hexadecimal digit, so uuids sort by kind and number. */
const id =
  (kind: string) =>
  (n: number): Uuid => {
    const text = `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
    if (!isUuid(text)) throw new Error(`${text} is no uuid`);
    return text;
  };
export const unitId = id('1');
export const personId = id('2');
export const engagementId = id('3');
const accountId = id('4');
const addressId = id('5');
const managerId = id('6');
const kleId = id('7');
export const systemId = id('8');
const classId = id('c');
export const fkId = id('f');
export const TOP = unitId(0);
export const ADA = personId(1);

export const klass = (n: number, over: Partial<MoClass> = {}): MoClass => ({
  uuid: classId(n),
  userKey: `key-${n}`,
  name: `Class ${n}`,
  scope: null,
  ended: false,
  ...over,
});
export const PUBLIC = klass(91, { name: 'Må vises eksternt', scope: 'PUBLIC' });
export const INTERNAL = klass(92, { name: 'Må vises internt', scope: 'INTERNAL' });
export const SECRET = klass(93, { name: 'Hemmelig', scope: 'SECRET' });
const JOB = klass(94, { name: 'Pædagog' });
export const PRIMARY = klass(95, { name: 'Primær', scope: '3000' });
export const NON_PRIMARY = klass(96, { name: 'Ikke-primær', scope: '0' });
const ALWAYS = [PUBLIC, INTERNAL, SECRET, JOB, PRIMARY, NON_PRIMARY];

export const AD: MoItSystem = { uuid: systemId(1), userKey: 'AD', name: 'Active Directory', ended: false };
export const SCHOOL_AD: MoItSystem = { uuid: systemId(2), userKey: 'AD-SKOLE', name: 'Skole-AD', ended: false };
export const FK_ORG: MoItSystem = { uuid: systemId(3), userKey: 'FK-ORG-UUID', name: 'FK Organisation', ended: false };
export const AD_GUID: MoItSystem = { uuid: systemId(4), userKey: 'AD-GUID', name: 'AD objekt-id', ended: false };
export const CASES: MoItSystem = { uuid: systemId(5), userKey: 'ESDH', name: 'Sagssystem', ended: false };

/** The tables of sync-rules §1.2 as the settings give them. */
export const SEED_TABLE: readonly AddressRule[] = [
  { scope: 'EMAIL', field: 'Email' },
  { scope: 'EAN', field: 'Ean' },
  { scope: 'PHONE', field: 'PhoneNumber' },
  { scope: 'DAR', field: 'Post' },
  { scope: 'PNUMBER', field: 'Location' },
  { scope: 'TEXT', userKey: 'ContactOpenHours', field: 'ContactOpenHours' },
  { scope: 'TEXT', userKey: 'DtrId', field: 'DtrId' },
];
export const FK_ORG_TABLE: readonly AddressRule[] = [
  { scope: 'EMAIL', field: 'Email' },
  { scope: 'EAN', field: 'Ean' },
  { scope: 'PHONE', field: 'PhoneNumber' },
  { scope: 'DAR', userKey: 'Contact', field: 'Contact' },
  { scope: 'DAR', userKey: 'Location', field: 'Location' },
  { scope: 'DAR', field: 'Post' },
  { scope: 'PNUMBER', field: 'PNR' },
  { scope: 'TEXT', userKey: 'ContactOpenHours', field: 'ContactOpenHours' },
  { scope: 'TEXT', userKey: 'PhoneOpenHours', field: 'PhoneOpenHours' },
  { scope: 'TEXT', userKey: 'DtrId', field: 'DtrId' },
  { scope: 'WWW', field: 'Url' },
];

export const rulesWith = (over: Partial<RuleSettings> = {}): RuleSettings => ({
  topUnit: TOP,
  filteredUnits: [],
  hierarchyNames: null,
  ignoredLevels: [],
  ignoredTypes: [],
  uuidSystems: [],
  userKeySystems: ['Active Directory'],
  addressRules: SEED_TABLE,
  emailClasses: null,
  phoneClasses: null,
  landlineClasses: null,
  syncManagers: false,
  enableKle: true,
  contactForTasks: false,
  transferCpr: true,
  extensionAsJobFunction: null,
  groupByEngagement: false,
  engagementAddressTitles: [],
  requireUserKey: false,
  truncateLength: 200,
  templates: { personName: null, personUserId: null },
  ...over,
});

export const unit = (n: number, parent: number | null, over: Partial<MoUnit> = {}): MoUnit => ({
  uuid: unitId(n),
  name: `Enhed ${n}`,
  parent: parent === null ? null : unitId(parent),
  unitType: null,
  level: null,
  hierarchy: null,
  ...over,
});

export const person = (over: Partial<MoPerson> = {}): MoPerson => ({
  uuid: ADA,
  userKey: 'mo7',
  name: 'Åse Bækmark',
  givenName: 'Åse',
  surname: 'Bækmark',
  nickname: '',
  nicknameGivenName: '',
  nicknameSurname: '',
  cpr: '9912340001',
  ...over,
});

export const stretch = (over: Partial<MoEngagementStretch> = {}): MoEngagementStretch => ({
  from: '2020-02-01',
  to: null,
  unit: TOP,
  jobFunction: JOB.uuid,
  primary: null,
  extension1: null,
  extension3: null,
  ...over,
});

/** An engagement of Ada with one stretch, or with the stretches given. */
export const engagement = (n: number, over: Partial<MoEngagementStretch> = {}, whole: Partial<MoEngagement> = {}): MoEngagement => ({
  uuid: engagementId(n),
  person: ADA,
  earliestStart: over.from ?? '2020-02-01',
  stretches: [stretch(over)],
  ...whole,
});

export const account = (n: number, system: MoItSystem, userKey: string, over: Partial<MoItAccount> = {}): MoItAccount => ({
  uuid: accountId(n),
  system: system.uuid,
  userKey,
  person: null,
  unit: null,
  engagements: [],
  ...over,
});

export const address = (n: number, type: MoClass, text: string | null, over: Partial<MoAddress> = {}): MoAddress => ({
  uuid: addressId(n),
  type: type.uuid,
  visibility: null,
  text,
  person: null,
  unit: null,
  engagement: null,
  ...over,
});

export const manager = (n: number, unitNumber: number, who: Uuid | null): MoManager => ({
  uuid: managerId(n),
  unit: unitId(unitNumber),
  person: who,
});
export const kle = (n: number, number: MoClass | null, ...aspects: MoClass[]): MoKle => ({
  uuid: kleId(n),
  unit: unitId(1),
  number: number?.uuid ?? null,
  aspects: aspects.map((aspect) => aspect.uuid),
});

/** A small municipality: a unit's or Ada's things are those of `unitThings` and `adaThings`; the rest defaults to nothing. */
export interface Municipality {
  readonly rules?: Partial<RuleSettings>;
  readonly classes?: readonly MoClass[];
  readonly systems?: readonly MoItSystem[];
  readonly units?: readonly MoUnit[];
  readonly ended?: readonly Uuid[];
  /** It accounts of units. */
  readonly unitAccounts?: readonly MoItAccount[];
}

const known = (own: readonly MoClass[]): Map<Uuid, MoClass> => new Map([...ALWAYS, ...own].map((one) => [one.uuid, one]));
const SYSTEMS = [AD, SCHOOL_AD, FK_ORG, AD_GUID, CASES];

/** The top unit and unit 1 below it, unless `units` says otherwise. */
const contextOf = (world: Municipality = {}): MappingContext => {
  const rules = rulesWith(world.rules);
  const classes = known(world.classes ?? []);
  const itSystems = new Map([...SYSTEMS, ...(world.systems ?? [])].map((one) => [one.uuid, one]));
  return { rules, templates: compileTemplates(rules), classes, itSystems, tree: treeOf(world, rules, classes, itSystems), today: TODAY };
};

const treeOf = (
  world: Municipality,
  rules: RuleSettings,
  classes: ReadonlyMap<Uuid, MoClass>,
  itSystems: ReadonlyMap<Uuid, MoItSystem>,
): UnitTree => {
  const units = world.units ?? [unit(0, null), unit(1, 0)];
  const nodes = units.map((one) => ({ unit: one, accounts: (world.unitAccounts ?? []).filter((own) => own.unit === one.uuid) }));
  return buildUnitTree({ nodes, endedUnits: new Set(world.ended), rules, classes, itSystems });
};

export const tree = (world: Municipality): UnitTree => contextOf(world).tree;

export interface UnitThings {
  readonly unit?: MoUnit;
  readonly addresses?: readonly MoAddress[];
  readonly managers?: readonly MoManager[];
  readonly managerAccounts?: readonly MoItAccount[];
  readonly managerEngagements?: readonly Uuid[];
  readonly kles?: readonly MoKle[];
}

/** Decides unit 1 (or `things.unit`). */
export const decideUnit = (world: Municipality, things: UnitThings = {}): Decision<OrgUnitDraft> => {
  const own = things.unit ?? (world.units ?? [unit(1, 0)]).find((one) => one.uuid === unitId(1)) ?? unit(1, 0);
  const accounts = (world.unitAccounts ?? []).filter((one) => one.unit === own.uuid);
  return decideOrgUnit({ addresses: [], managers: [], managerAccounts: [], kles: [], ...things, unit: own, accounts }, contextOf(world));
};

export interface PersonThings {
  readonly person?: MoPerson;
  readonly engagements?: readonly MoEngagement[];
  readonly accounts?: readonly MoItAccount[];
  readonly addresses?: readonly MoAddress[];
  readonly unitAddresses?: readonly MoAddress[];
}

/** Decides Ada (or `things.person`), who has one engagement in the top unit unless `things` says otherwise. */
export const decidePerson = (world: Municipality, things: PersonThings = {}): readonly Decision<FkUser>[] =>
  decideEmployee(
    { person: person(), engagements: [engagement(1)], accounts: [], addresses: [], unitAddresses: [], ...things },
    contextOf(world),
  );

/** The upsert, or a failure that shows what came instead. */
export const sent = <P>(decision: Decision<P> | readonly Decision<P>[]): Upsert<P> => {
  const [first, ...more] = isList(decision) ? decision : [decision];
  if (first?.verdict === 'upsert' && more.length === 0) return first;
  throw new Error(`expected one upsert, got ${JSON.stringify(decision)}`);
};

const isList = <P>(decision: Decision<P> | readonly Decision<P>[]): decision is readonly Decision<P>[] => Array.isArray(decision);

export const payloadOf = <P>(decision: Decision<P> | readonly Decision<P>[]): P => sent(decision).payload;

/** Verdict and reasons in short: `ignore filtered`. */
export const told = <P>(decision: Decision<P>): string => `${decision.verdict} ${decision.reasons.join(' ')}`;

export const codesOf = <P>(decision: Decision<P>): readonly string[] => decision.reports.map((one) => one.code);
