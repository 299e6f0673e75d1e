import { readFileSync } from 'node:fs';

/** The most memory a process has had so far, in MB, as Linux counts it (VmHWM of /proc); 0 when it cannot be told. */
export const peakMemoryMb = (pid: number | undefined): number => {
  if (pid === undefined) return 0;
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Math.round(Number(line?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
};
