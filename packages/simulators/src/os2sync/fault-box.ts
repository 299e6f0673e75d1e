import { faultSchema, type Fault, type ParsedFault } from './fault.ts';

/** What a fault is held against. */
export interface FaultTarget {
  readonly method?: string;
  readonly kind?: 'orgunit' | 'user' | 'hierarchy';
  readonly uuid?: string | null;
}

/** The faults in force. */
export interface FaultBox {
  add(faults: readonly Fault[]): void;
  clear(): void;
  /** The first fault in force that `accepts` and that fits the target, or null. It counts as used. */
  take(target: FaultTarget, accepts: (kind: ParsedFault['kind']) => boolean): ParsedFault | null;
  list(): readonly { readonly fault: ParsedFault; readonly used: number }[];
}

interface Held {
  readonly fault: ParsedFault;
  used: number;
}

const fits = ({ match }: ParsedFault, target: FaultTarget): boolean =>
  (match.method === undefined || match.method === target.method) &&
  (match.kind === undefined || match.kind === target.kind) &&
  (match.uuid === undefined || match.uuid === target.uuid?.toLowerCase());

/** A repeatable sequence of numbers in 0–1 (Park and Miller's generator), so that a test with probabilities gives the same each time. */
const repeatable = (): (() => number) => {
  let state = 20_261_122;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
};

export const createFaultBox = (): FaultBox => {
  const random = repeatable();
  let held: Held[] = [];
  const spent = ({ fault, used }: Held): boolean => fault.times !== undefined && used >= fault.times;
  return {
    add: (faults) => void held.push(...faults.map((fault) => ({ fault: faultSchema.parse(fault), used: 0 }))),
    clear: () => void (held = []),
    take: (target, accepts) => {
      for (const one of held) {
        if (spent(one) || !accepts(one.fault.kind) || !fits(one.fault, target)) continue;
        if (one.fault.probability < 1 && random() >= one.fault.probability) continue;
        one.used += 1;
        return one.fault;
      }
      return null;
    },
    list: () => held.map(({ fault, used }) => ({ fault, used })),
  };
};
