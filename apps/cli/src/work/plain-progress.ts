import { progressOf } from '../output/run-progress.ts';
import type { Session } from '../session.ts';
import type { Progress } from './progress.ts';

/** How often a plain line is written while nothing but the numbers change. */
const EVERY_MS = 5_000;

/** Progress for logs and pipes: a line at every new phase, and every five seconds while jobs are worked off. */
export const startPlainProgress = (session: Session, now: () => number = () => performance.now()): Progress => {
  let lastPhase = '';
  let lastLine = '';
  let at = Number.NEGATIVE_INFINITY;
  return {
    show: (record) => {
      const { phase, done, total } = progressOf(record);
      const seen = record.counters.orgunits + record.counters.users;
      const line = `${phase}: ${done}/${total} jobs${record.scope.kind === 'full' ? `, ${seen} objects seen` : ''}`;
      if (line === lastLine || (phase === lastPhase && now() - at < EVERY_MS)) return;
      session.note(line);
      [lastPhase, lastLine, at] = [phase, line, now()];
    },
    say: (line) => session.note(line),
    stop: () => undefined,
  };
};
