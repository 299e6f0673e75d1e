import { chunks, isUuid, type KindName, type Uuid } from '@os2bridge/model';
import type { JobData, RunMember, RunRecord } from '@os2bridge/jobs';
import type { Logger } from '@os2bridge/logging';
import type { PlanLine } from '@os2bridge/reconcile';
import { awaitDrained } from './await-drained.ts';
import type { Bridge } from './bridge.ts';
import { basisWithoutSweep, guardOf, type GuardBasis, type PlanEnd } from './plan.ts';

/** What comes after the upserts: the deletions, nothing more to do, or a stop because somebody must decide or the run has failed. */
export type AfterPlan = 'delete' | 'finish' | 'stop';

/** Plans a run, enqueues a job for every object that changed (or that it names) and waits for these jobs; then asks the guards about the deletions. */
export const planRun = async (bridge: Bridge, record: RunRecord, signal: AbortSignal, logger: Logger): Promise<AfterPlan> => {
  const { runs } = bridge;
  await runs.clearPlan(record.id);
  await runs.setState(record.id, 'planning', null);
  const swept = record.scope.kind === 'full' ? await planEverything(bridge, record, signal) : null;
  const basis = swept ?? (await planNamed(bridge, record));
  await settled(bridge, record, signal);
  // The jobs may have found further deletions since the plan passed by: the guards judge all of them.
  const deletions = await runs.deletions(record.id);
  const count = (kind: KindName): number => deletions.filter((deletion) => deletion.kind === kind).length;
  const guard =
    swept?.guard.verdict === 'refuse' ? swept.guard : guardOf(bridge.settings, basis, { orgunit: count('orgunit'), user: count('user') });
  await runs.setCounters(record.id, { delete: deletions.length });
  if (guard.verdict === 'refuse') {
    logger.error(guard.message);
    await runs.setState(record.id, 'failed', guard.message, 'deletions-refused');
    return 'stop';
  }
  if (deletions.length === 0) return 'finish';
  if (guard.verdict === 'ask') {
    logger.warn(guard.message);
    await runs.setState(record.id, 'awaiting-approval', `${guard.message}: os2bridge approve ${record.id}`);
    return 'stop';
  }
  return 'delete';
};

/** A run about named objects compares nothing beforehand: every one of them gets its job, which also finds what is to be deleted. */
const planNamed = async (bridge: Bridge, record: RunRecord): Promise<GuardBasis> => {
  const { orgunits, users } = record.scope;
  await enqueue(bridge, record, 'orgunit', orgunits);
  await enqueue(bridge, record, 'user', users);
  await bridge.runs.setCounters(record.id, { orgunits: orgunits.length, users: users.length, jobs: orgunits.length + users.length });
  return basisWithoutSweep(bridge.settings, bridge.stores);
};

const planEverything = async (bridge: Bridge, record: RunRecord, signal: AbortSignal): Promise<PlanEnd> => {
  const { runs } = bridge;
  const counters = { orgunits: 0, users: 0, jobs: 0, create: 0, update: 0, unchanged: 0, ignore: 0, error: 0, delete: 0 };
  const objects = { orgunit: new Set<Uuid>(), user: new Set<Uuid>() };
  const plan = bridge.plan({ force: record.scope.force, payloads: false, signal });
  let step = await plan.next();
  for (; !step.done; step = await plan.next()) {
    const lines = step.value;
    for (const line of lines) counters[line.verdict] += 1;
    for (const kind of ['orgunit', 'user'] as const) {
      objects[kind].clear();
      for (const line of lines)
        if (line.kind === kind && line.mo !== null && (line.verdict === 'create' || line.verdict === 'update')) objects[kind].add(line.mo);
      counters.jobs += objects[kind].size;
      // The objects of a page are enqueued while the next page is read; workers start on them at once.
      await enqueue(bridge, record, kind, [...objects[kind]]);
    }
    await runs.addChanges(record.id, lines.filter(isChange).map(toChange));
    await runs.addDeletions(
      record.id,
      lines.flatMap((line) => (line.verdict === 'delete' && line.fk !== null ? [{ ...line, fk: line.fk }] : [])),
    );
    counters.orgunits += countObjects(lines, 'orgunit');
    counters.users += countObjects(lines, 'user');
    await runs.setCounters(record.id, counters);
  }
  // Lines are fewer than objects: one that was sent and is ignored now shows as its deletion only.
  await runs.setCounters(record.id, { orgunits: step.value.orgunit.seen, users: step.value.user.seen });
  return step.value;
};

const isChange = (line: PlanLine): boolean => line.verdict !== 'unchanged' && line.verdict !== 'ignore';

const toChange = ({ kind, mo, fk, verdict, reasons, message }: PlanLine) => ({
  kind,
  mo,
  fk,
  verdict,
  reasons,
  ...(message === undefined ? {} : { message }),
});

const countObjects = (lines: readonly PlanLine[], kind: KindName): number =>
  new Set(lines.flatMap((line) => (line.kind === kind && line.verdict !== 'delete' && line.mo !== null ? [line.mo] : []))).size;

/** Registers objects with the run and adds their jobs. */
const enqueue = async (bridge: Bridge, record: RunRecord, kind: KindName, mos: readonly Uuid[]): Promise<void> => {
  const { force } = record.scope;
  for (const chunk of chunks(mos, 500)) {
    await bridge.runs.expect(
      record.id,
      chunk.map((mo): RunMember => `${kind}:${mo}`),
    );
    const jobs = chunk.map((mo): JobData<'sync-object'> => ({
      kind,
      mo,
      reason: record.trigger,
      run: record.id,
      deletions: 'hold',
      ...(force ? { force } : {}),
    }));
    await bridge.queues.addMany('sync-object', jobs);
  }
};

const settled = async (bridge: Bridge, record: RunRecord, signal: AbortSignal): Promise<void> => {
  await bridge.runs.setState(record.id, 'applying');
  const readd = async (): Promise<void> => {
    const members = await bridge.runs.pendingMembers(record.id);
    for (const kind of ['orgunit', 'user'] as const) {
      await enqueue(
        bridge,
        record,
        kind,
        members.flatMap((member) => uuidIn(member, kind)),
      );
    }
  };
  await awaitDrained(record.id, { ...bridge, readd, signal });
};

/** The MO uuid of a member of this kind. */
const uuidIn = (member: RunMember, kind: KindName): Uuid[] => {
  const uuid = member.startsWith(`${kind}:`) ? member.slice(kind.length + 1) : '';
  return isUuid(uuid) ? [uuid] : [];
};
