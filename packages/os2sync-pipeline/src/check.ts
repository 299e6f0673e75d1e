import { describeError } from '@os2bridge/jobs';
import { moConnectionChecks } from './check/mo-connection-checks.ts';
import { moContentChecks } from './check/mo-content-checks.ts';
import { fine, wrong, type CheckDeps, type Finding, type NamedCheck } from './check/named-check.ts';
import { redisCheck } from './check/redis-check.ts';
import { settingsChecks } from './check/settings-checks.ts';

/** How a check ended. `skipped`: a check it builds on has failed. */
export interface CheckOutcome {
  readonly id: string;
  readonly name: string;
  readonly about: NamedCheck['about'];
  readonly outcome: 'ok' | 'failed' | 'skipped';
  /** What is there, or what is wrong. Never a secret. */
  readonly detail: string;
  /** What to do; null when it is fine or the detail says so. */
  readonly remedy: string | null;
}

/** Everything `os2bridge check` looks at, in the order in which it is best repaired. Looks only when it is run. */
export const listChecks = (deps: CheckDeps): readonly NamedCheck[] => [
  ...settingsChecks(deps),
  redisCheck(deps),
  ...moConnectionChecks(deps),
  ...moContentChecks(deps),
  {
    id: 'os2sync',
    name: 'OS2sync',
    about: 'connection',
    run: async () => {
      await deps.client.ping();
      const { apiUrl, apiKey } = deps.settings.os2sync;
      return fine(`${apiUrl}, ${apiKey === null ? 'answers; no key is set' : 'accepts our key (set)'}`);
    },
  },
];

/** Runs the checks one after the other and gives each outcome as soon as it is known. Never throws: a failure is an outcome. */
export async function* runChecks(checks: readonly NamedCheck[]): AsyncGenerator<CheckOutcome, void> {
  const passed = new Set<string>();
  for (const { id, name, about, after, run } of checks) {
    if (after !== undefined && !passed.has(after)) {
      const before = checks.find((check) => check.id === after)?.name ?? after;
      yield { id, name, about, outcome: 'skipped', detail: `not checked, because of ${before}`, remedy: null };
      continue;
    }
    const finding = await run().catch((error: unknown): Finding => wrong(describeError(error), null));
    if (finding.ok) passed.add(id);
    yield { id, name, about, outcome: finding.ok ? 'ok' : 'failed', detail: finding.detail, remedy: finding.ok ? null : finding.remedy };
  }
}
