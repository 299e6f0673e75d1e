import type { CheckOutcome } from '@os2bridge/os2sync-pipeline';
import type { Paint } from './paint.ts';

/** As wide as the longest name of a check. */
const NAME_WIDTH = 15;

/** A check's outcome: mark, name, what is there; when it failed and there is more to say, what to do on the next line. */
export const outcomeLines = ({ outcome, name, detail, remedy }: CheckOutcome, paint: Paint): readonly string[] => {
  const mark = { ok: paint.good('✓'), failed: paint.bad('✗'), skipped: paint.dim('–') }[outcome];
  const text = outcome === 'skipped' ? paint.dim(detail) : detail;
  const first = `${mark} ${paint.strong(name.padEnd(NAME_WIDTH))} ${text}`;
  return remedy === null ? [first] : [first, `${' '.repeat(NAME_WIDTH + 3)}→ ${remedy}`];
};
