import { randomUUID } from 'node:crypto';
import type { ParsedFault } from './fault.ts';
import { distort, type HierarchyResult } from './hierarchy-snapshot.ts';
import { dotnetTime } from './newtonsoft.ts';

export interface HierarchyAnswer {
  readonly Created: string;
  readonly Result: HierarchyResult | null;
  /** 0 success, 1 failure. */
  readonly Status: 0 | 1;
}

/** Background jobs of /api/hierarchy: pending, readable once, then gone (facts/os2sync.md §1.5). */
export interface HierarchyJobs {
  /** Starts one more, whatever else is running. `result` null = FK could not be read. */
  start(result: HierarchyResult | null, fault: ParsedFault | null): string;
  /** null = pending, already read, expired, lost or never there; nobody can tell which. */
  poll(job: string): HierarchyAnswer | null;
}

interface Job {
  readonly readyAt: number;
  readonly goneAt: number;
  readonly answer: HierarchyAnswer;
}

export const createHierarchyJobs = (durationMs: number, lifetimeMs: number): HierarchyJobs => {
  const jobs = new Map<string, Job>();
  const dropExpired = (now: number): void => {
    for (const [id, job] of jobs) if (job.goneAt <= now) jobs.delete(id);
  };
  return {
    start: (result, fault) => {
      const id = randomUUID();
      if (fault?.kind === 'lost-hierarchy') return id;
      const readyAt = Date.now() + durationMs + (fault?.kind === 'slow-hierarchy' ? fault.ms : 0);
      const failed = result === null || fault?.kind === 'failed-hierarchy';
      const answer: HierarchyAnswer = failed
        ? { Created: dotnetTime(new Date()), Result: null, Status: 1 }
        : { Created: dotnetTime(new Date()), Result: distort(result, fault), Status: 0 };
      jobs.set(id, { readyAt, goneAt: readyAt + lifetimeMs, answer });
      return id;
    },
    poll: (id) => {
      const now = Date.now();
      dropExpired(now);
      const job = jobs.get(id.toLowerCase());
      if (!job || job.readyAt > now) return null;
      jobs.delete(id.toLowerCase());
      return job.answer;
    },
  };
};
