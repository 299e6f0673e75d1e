import { createScript } from '@os2bridge/redis';
import type { Cluster, Redis } from 'ioredis';

/**
 * Ends an object's job for the runs that waited for it: KEYS are the object's waiter set, then one pending set and one run hash per run;
 * ARGV are the member of the pending sets, the number of runs, the run ids, then counter and increment in turn.
 * The removal from the pending set decides whether to count, so a job that ran twice (its worker was killed) counts once.
 */
const SETTLE = createScript(`
local member, runs = ARGV[1], tonumber(ARGV[2])
local counted = 0
for i = 1, runs do
  redis.call('SREM', KEYS[1], ARGV[2 + i])
  if redis.call('SREM', KEYS[2 * i], member) == 1 then
    counted = counted + 1
    for a = 3 + runs, #ARGV, 2 do redis.call('HINCRBY', KEYS[2 * i + 1], ARGV[a], ARGV[a + 1]) end
  end
end
return counted`);

export interface SettleCall {
  readonly waitersKey: string;
  readonly member: string;
  readonly runs: readonly { readonly id: string; readonly pendingKey: string; readonly runKey: string }[];
  readonly increments: readonly (readonly [field: string, by: number])[];
}

/** Runs SETTLE; answers for how many runs the object counted. */
export const settle = async (redis: Redis | Cluster, call: SettleCall): Promise<number> => {
  if (call.runs.length === 0) return 0;
  const keys = [call.waitersKey, ...call.runs.flatMap((run) => [run.pendingKey, run.runKey])];
  const args = [
    call.member,
    String(call.runs.length),
    ...call.runs.map((run) => run.id),
    ...call.increments.flatMap(([field, by]) => [field, String(by)]),
  ];
  return Number(await SETTLE(redis, keys, args));
};
