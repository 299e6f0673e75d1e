/** What the event system keeps. */
export interface Namespace {
  readonly name: string;
  readonly owner: string;
  readonly public: boolean;
}

export interface Listener {
  readonly uuid: string;
  readonly owner: string;
  readonly user_key: string;
  readonly routing_key: string;
  readonly namespace: Namespace;
}

/** One pending event: there is never more than one per listener and subject. */
export interface PendingEvent {
  readonly uuid: string;
  readonly listener: Listener;
  readonly subject: string;
  /** 1 = most urgent. */
  priority: number;
  silenced: boolean;
  /** Changes with every new event for the subject, so that an old token no longer acknowledges it. */
  generation: string;
  /** Epoch ms of the last fetch; null = never, or made visible again. */
  lastTried: number | null;
  fetchedCount: number;
}
