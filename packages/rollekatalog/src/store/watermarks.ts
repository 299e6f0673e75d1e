import { BridgeError } from '@os2bridge/model';
import { inTransaction } from '../database/in-transaction.ts';
import type { StoreContext } from './store-context.ts';

/** How far each list of Kitos has been read; the keys are those of Rollekatalog's own integration, so that either can take over from the other (sync-rules §2). */
export type WatermarkKey =
  | 'kitos_itsystem_usage_offset'
  | 'kitos_itsystems_offset'
  | 'kitos_deletion_it_system_offset'
  | 'kitos_deletion_it_system_usage_offset';

/** As Java writes it: seconds are dropped at zero, decimals come in groups of three. Our seven it reads as well. */
const READABLE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?Z$/u;

const parse = (text: string): string | null => {
  const [, minute, seconds = '00', decimals = ''] = READABLE.exec(text.trim()) ?? [];
  return minute === undefined ? null : `${minute}:${seconds}.${decimals.slice(0, 7).padEnd(7, '0')}Z`;
};

/** What is no time is never taken for one, neither the beginning nor now. */
const stored = (key: WatermarkKey, text: string): string => {
  const time = parse(text);
  if (time !== null) return time;
  const message = `Setting ${key} in OS2rollekatalog is no time in UTC: correct it or delete the row`;
  throw new BridgeError('rollekatalog-watermark', message, { fate: 'pause' });
};

/** The watermark with seven decimals and Z; null = never read. Of two rows with one key the earlier counts: reading twice is harmless. */
export const readWatermark = async ({ db }: StoreContext, key: WatermarkKey): Promise<string | null> => {
  const rows = await db.selectFrom('setting').select('setting_value').where('setting_key', '=', key).execute();
  const times = rows.map(({ setting_value: text }) => stored(key, text));
  return times.reduce<string | null>((first, time) => (first === null || time < first ? time : first), null);
};

/**
 * Moves a watermark, only after everything read under it is committed; it never moves back. `at`: seven decimals and Z. Returns whether it moved.
 */
export const advanceWatermark = (context: StoreContext, key: WatermarkKey, at: string): Promise<boolean> =>
  inTransaction(context, async (trx) => {
    if (parse(at) !== at) throw new RangeError(`A watermark has seven decimals and Z: ${at}`);
    // Rollekatalog cannot read a key that stands there twice, and no key forbids it: whoever makes the row waits for the one before.
    await context.seen.lockName(trx, key);
    const rows = await trx.selectFrom('setting').select(['id', 'setting_value']).where('setting_key', '=', key).forUpdate().execute();
    if (rows.length === 0) {
      await trx.insertInto('setting').values({ setting_key: key, setting_value: at }).execute();
      return true;
    }
    const behind = rows.filter(({ setting_value: text }) => stored(key, text) < at).map(({ id }) => id);
    if (behind.length > 0) await trx.updateTable('setting').set({ setting_value: at }).where('id', 'in', behind).execute();
    return behind.length > 0;
  });
