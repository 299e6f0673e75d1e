import type { Settings } from '@os2bridge/config';
import type { Logger } from '@os2bridge/logging';
import { createBridge, forecast, type Bridge, type PlanEnd, type PlanLine } from '@os2bridge/os2sync-pipeline';
import type { openRedis } from '@os2bridge/redis';
import { orgUnitPayload, userPayload, uuid } from './ledger-seed.ts';
import type { Outcome } from './plan-outcome.ts';
import type { Scenario } from './scenario.ts';

export interface PlanInput {
  readonly settings: Settings;
  readonly redis: ReturnType<typeof openRedis>;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly ledger: Scenario['ledger'];
}

/** The one place that calls the pipeline: fills the ledger, plans as `os2bridge plan --payloads` does. Throws SettingsError for a bad template. */
export const runPlan = async ({ ledger, ...options }: PlanInput): Promise<Outcome> => {
  const bridge = createBridge(options);
  try {
    for (const entry of ledger) await remember(bridge, entry);
    return await plan(bridge);
  } finally {
    await bridge.close();
  }
};

const remember = async ({ stores }: Bridge, { kind, fk, mo, payload }: Scenario['ledger'][number]): Promise<void> => {
  if (kind === 'user') await stores.user.remember(uuid.parse(fk), uuid.parse(mo), userPayload(payload), []);
  else await stores.orgunit.remember(uuid.parse(fk), uuid.parse(mo), orgUnitPayload(payload), []);
};

const plan = async (bridge: Bridge): Promise<Outcome> => {
  const lines: PlanLine[] = [];
  try {
    const pages = bridge.plan({ force: false, payloads: true });
    let step = await pages.next();
    for (; step.done !== true; step = await pages.next()) lines.push(...step.value);
    return { kind: 'plan', decisions: lines, run: stateOf(step.value), ...refusal(step.value) };
  } catch (error) {
    return { kind: 'plan', decisions: lines, run: 'failed', problem: error instanceof Error ? error.message : String(error) };
  }
};

/** Scenarios know three ends; a run in which single objects failed (`partial`) went through, and those objects are `error` decisions. */
const stateOf = (end: PlanEnd): 'done' | 'awaiting-approval' | 'failed' => {
  const state = forecast(end);
  return state === 'partial' ? 'done' : state;
};

const refusal = ({ guard }: PlanEnd): { problem?: string } => (guard.verdict === 'refuse' ? { problem: guard.message } : {});
