import { defaultRepeatStrategy } from 'bullmq';
import { fine, type CheckDeps, type NamedCheck } from './named-check.ts';

const LOCAL = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' });

/** What the settings say about the bridge itself. Mistakes in them were refused before any check ran. */
export const settingsChecks = ({ settings, now }: CheckDeps): readonly NamedCheck[] => [
  { id: 'settings', name: 'Settings', about: 'settings', run: async () => fine(`valid, municipality ${settings.cvr}`) },
  {
    id: 'hash-key',
    name: 'Hash key',
    about: 'settings',
    run: async () => {
      if (settings.ledger.hashKey.trim() === '') {
        return {
          ok: false,
          detail: 'not set',
          remedy:
            'Set os2bridge.hash_key to a long random text (openssl rand -hex 32) and keep it: with another one everything is sent again',
        };
      }
      return fine(
        settings.ledger.name === null
          ? 'set; the comparison is off (os2sync.hash_cache is empty), so everything is sent every time'
          : `set; ledger ${settings.ledger.name}`,
      );
    },
  },
  {
    id: 'schedule',
    name: 'Schedule',
    about: 'settings',
    run: async () => {
      const { enabled, cron, timezone } = settings.schedule;
      if (!enabled) return fine('off (crontab.RUN_OS2SYNC is false): a full sync runs only when somebody starts it');
      // The very function by which BullMQ finds the next time.
      const next = defaultRepeatStrategy(now().getTime(), { pattern: cron, tz: timezone });
      if (next === undefined) return { ok: false, detail: `${cron} never comes`, remedy: 'Correct os2sync.cron' };
      return fine(`${cron}, next ${LOCAL.format(next)} (${timezone})`);
    },
  },
];
