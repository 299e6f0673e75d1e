/** A running simulator: a real HTTP server on loopback. Everything it knows is in memory. */
export interface Simulator {
  /** `http://127.0.0.1:PORT`; OS2sync's API is below `/api`, MO's GraphQL below `/graphql/v30`. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Artificial slowness, in milliseconds; 0 = as fast as the machine allows. */
export interface Latency {
  readonly perRequestMs: number;
  /** For each top-level object in the answer (OS2MO). */
  readonly perObjectMs?: number;
}
