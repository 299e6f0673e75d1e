import type { Uuid } from './uuid.ts';

/** The two kinds of object in FK Organisation, as plan, scenario files and the ledger name them. */
export type KindName = 'orgunit' | 'user';

/**
 * Something an operator should know though it stops nothing: a cut, an ended class, a missing CPR …
 * `detail` never holds a name, CPR, phone, e-mail or any other value of a person; `uuid` is the MO object it is about.
 */
export interface Report {
  readonly code: string;
  readonly field?: string;
  readonly uuid?: Uuid;
  readonly detail?: string;
}

interface Base {
  readonly kind: KindName;
  readonly mo: Uuid;
  /** Codes in the order in which the rules decided, e.g. `outside-tree`, `no-position`. */
  readonly reasons: readonly string[];
  readonly reports: readonly Report[];
}

/** FK Organisation should hold `payload` under `fk`. `keep` = fields whose value MO could not tell now: keep what FK has. */
export interface Upsert<P> extends Base {
  readonly verdict: 'upsert';
  readonly fk: Uuid;
  readonly payload: P;
  readonly keep: readonly string[];
}

/** FK Organisation should not hold this; whether something is deleted for it is the ledger's business. */
export interface Ignore extends Base {
  readonly verdict: 'ignore';
  readonly fk?: Uuid;
}

/** The rules cannot tell (bad data). Nothing is sent for it and nothing is deleted under its MO uuid. `message` is for people, without personal data. */
export interface Undecided extends Base {
  readonly verdict: 'error';
  readonly fk?: Uuid;
  readonly message: string;
}

/** What the rules say about one FK object of one MO object. */
export type Decision<P> = Upsert<P> | Ignore | Undecided;

/** The verdicts of a plan: an upsert compared with the ledger, or a deletion. */
export type Verdict = 'create' | 'update' | 'unchanged' | 'delete' | 'ignore' | 'error';
export const VERDICTS: readonly Verdict[] = ['create', 'update', 'unchanged', 'delete', 'ignore', 'error'];
