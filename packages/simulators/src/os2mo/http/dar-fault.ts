import type { DarState } from '../resolve/dar.ts';
import type { Os2moFault } from '../sim/faults.ts';

/** How the address register behaves under a fault. */
export const darStateOf = (fault: Os2moFault | null): DarState => {
  switch (fault?.kind) {
    case 'dar-http-500':
      return 'http-500';
    case 'dar-unreachable':
      return 'unreachable';
    default:
      return 'ok';
  }
};
