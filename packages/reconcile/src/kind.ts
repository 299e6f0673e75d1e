import type { Decision, KindName, Uuid } from '@os2bridge/model';

/** All decisions about one MO object. `gone`: a clean read of MO did not find it (never a failed read). */
export interface Decided<P> {
  readonly mo: Uuid;
  readonly gone: boolean;
  readonly decisions: readonly Decision<P>[];
}

/**
 * A kind of thing: how it is read and decided, compared, completed and written. Everything the product does is this with another ending:
 * sync, plan, explain, verify. `P` is what MO gives, `W` the whole object the target takes.
 */
export interface Kind<P, W> {
  readonly name: KindName;
  /** Everything MO knows now, in ascending MO uuid order, page by page. Throws when any read fails: what came before is then no basis for deletions. */
  sweep(signal?: AbortSignal): AsyncIterable<readonly Decided<P>[]>;
  /** Reads these objects afresh and decides; conflicts about an FK uuid are settled against all others who claim it. */
  decide(mo: readonly Uuid[]): Promise<ReadonlyMap<Uuid, Decided<P>>>;
  /** Deterministic text of a payload for comparison, without some fields. */
  canonical(payload: P, without?: readonly string[]): string;
  /** Fields that are looked up elsewhere (DAR) and may fail without MO having changed. */
  readonly lookupFields: readonly string[];
  /** Fields that MO owns from the first time it has sent a value (sync-rules §1.2). */
  ownedAfter(payload: P, before: readonly string[]): readonly string[];
  /** The whole object to send: what MO gives and what the target has and MO does not own. May read the target. */
  complete(payload: P, options: { readonly keep: readonly string[]; readonly owned: readonly string[] }): Promise<W>;
  send(whole: W): Promise<void>;
  remove(fk: Uuid): Promise<void>;
  /** Everything active in the target; for autowash. */
  targetUuids(signal?: AbortSignal): Promise<readonly Uuid[]>;
  /** MO and FK uuids that are never deleted. */
  protectedUuids(): Promise<ReadonlySet<Uuid>>;
  /** Which of these FK uuids any MO object claims now; asked again before something only the target knows is deleted. */
  claimed(fks: readonly Uuid[]): Promise<ReadonlySet<Uuid>>;
}
