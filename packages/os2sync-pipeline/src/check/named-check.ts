import type { Settings } from '@os2bridge/config';
import type { MoReader } from '@os2bridge/mo';
import type { Os2syncClient } from '@os2bridge/os2sync';
import type { Cluster, Redis } from 'ioredis';

/** What the checks look at; a bridge has all of it. */
export interface CheckDeps {
  readonly settings: Settings;
  readonly redis: Redis | Cluster;
  readonly reader: Pick<
    MoReader,
    | 'version'
    | 'unitsWithAncestors'
    | 'unitsKnown'
    | 'persons'
    | 'engagements'
    | 'unitAccounts'
    | 'personAccounts'
    | 'unitAddresses'
    | 'managers'
    | 'kles'
    | 'classes'
    | 'allClasses'
    | 'itSystems'
  >;
  readonly client: Pick<Os2syncClient, 'ping'>;
  readonly now: () => Date;
}

/** What a check found: what is there, or what is wrong and what to do about it. Holds no secret and no personal data. */
export type Finding =
  | { readonly ok: true; readonly detail: string }
  | { readonly ok: false; readonly detail: string; readonly remedy: string | null };

/** One line of `os2bridge check`. A run that throws is a finding too: its error's message. */
export interface NamedCheck {
  /** Stable, e.g. `os2mo-login`; for `--json` and for `after`. */
  readonly id: string;
  /** As people read it. */
  readonly name: string;
  /** What is wrong when it fails: the settings, or a connection. */
  readonly about: 'settings' | 'connection';
  /** Id of a check that must have passed, else this one cannot say anything. */
  readonly after?: string;
  run(): Promise<Finding>;
}

/** The check has found what it looked for. */
export const fine = (detail: string): Finding => ({ ok: true, detail });

/** The check has found something wrong, and what to do about it. */
export const wrong = (detail: string, remedy: string | null): Finding => ({ ok: false, detail, remedy });
