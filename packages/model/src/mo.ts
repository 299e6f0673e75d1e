/**
 * What OS2MO holds, as far as the rules ask for it. One object as it is valid now, unless a field says otherwise.
 * Dates are `YYYY-MM-DD` in Europe/Copenhagen; `to` is exclusive; null = open. Texts are as MO gives them, untrimmed.
 */
import type { Uuid } from './uuid.ts';

/** A classification value: address type, unit type, job function, KLE number … `ended` = not valid now; the rest is then its last known state. */
export interface MoClass {
  readonly uuid: Uuid;
  readonly userKey: string;
  readonly name: string;
  readonly scope: string | null;
  readonly ended: boolean;
}

/** An it system, known by name, user key or uuid. `ended` as for MoClass. */
export interface MoItSystem {
  readonly uuid: Uuid;
  readonly userKey: string;
  readonly name: string;
  readonly ended: boolean;
}

export interface MoUnit {
  readonly uuid: Uuid;
  readonly name: string;
  readonly parent: Uuid | null;
  readonly unitType: Uuid | null;
  readonly level: Uuid | null;
  readonly hierarchy: Uuid | null;
}

/** An it account ("ituser"), of a person or of a unit. `userKey` is the account's name, or an FK uuid in a uuid system. */
export interface MoItAccount {
  readonly uuid: Uuid;
  readonly system: Uuid;
  readonly userKey: string;
  readonly person: Uuid | null;
  readonly unit: Uuid | null;
  readonly engagements: readonly Uuid[];
}

/**
 * An address of a person or of a unit. `text` is what MO displays: the value itself, for DAR the looked-up street address,
 * null when that look-up failed (error or "Ukendt").
 */
export interface MoAddress {
  readonly uuid: Uuid;
  readonly type: Uuid;
  readonly visibility: Uuid | null;
  readonly text: string | null;
  readonly person: Uuid | null;
  readonly unit: Uuid | null;
  readonly engagement: Uuid | null;
}

/** A manager post. `person` null = vacant. */
export interface MoManager {
  readonly uuid: Uuid;
  readonly unit: Uuid;
  readonly person: Uuid | null;
}

export interface MoKle {
  readonly uuid: Uuid;
  readonly unit: Uuid;
  readonly number: Uuid | null;
  readonly aspects: readonly Uuid[];
}

/** A person never ends in MO; who has left has no engagement. `cpr` is as MO gives it. Nicknames are "" when unset. */
export interface MoPerson {
  readonly uuid: Uuid;
  readonly userKey: string;
  readonly name: string;
  readonly givenName: string;
  readonly surname: string;
  readonly nickname: string;
  readonly nicknameGivenName: string;
  readonly nicknameSurname: string;
  readonly cpr: string | null;
}

/** One stretch of time in which an engagement did not change. */
export interface MoEngagementStretch {
  readonly from: string;
  readonly to: string | null;
  readonly unit: Uuid;
  readonly jobFunction: Uuid;
  readonly primary: Uuid | null;
  readonly extension1: string | null;
  readonly extension3: string | null;
}

/** An engagement valid now or later. `stretches` from now on, oldest first; `earliestStart` over all time. */
export interface MoEngagement {
  readonly uuid: Uuid;
  readonly person: Uuid;
  readonly earliestStart: string;
  readonly stretches: readonly MoEngagementStretch[];
}
