import { eventually } from '@os2bridge/testing';
import { generateMunicipality, municipalitySettings, scriptedDay, sumOfTouches } from '@os2bridge/simulators';
import { runFullSync, setStage, type Stage } from '@os2bridge/stage';
import { actOf, type Act } from './act.ts';
import type { DemoOptions } from './options.ts';
import { createProgress } from './progress.ts';

const WORKERS = 2;

export interface Played {
  readonly stage: Stage;
  readonly acts: readonly Act[];
  /** What came out other than the show promises; empty when all is well. */
  readonly surprises: readonly string[];
}

/** Sets the stage and plays the three acts: a first full sync, one that sends nothing, and a scripted day. */
export const play = async (options: DemoOptions, say: (line: string) => void): Promise<Played> => {
  say(`Generating a municipality: ${options.units} units, ${options.employees} employees (seed ${options.seed}).`);
  const dataset = generateMunicipality(options);
  const stage = await setStage({ dataset, settings: { ...municipalitySettings(dataset), 'crontab.RUN_OS2SYNC': true } });
  try {
    const processes = [stage.spawn('scheduler'), ...Array.from({ length: WORKERS }, () => stage.spawn('os2sync-worker'))];
    await eventually(
      () => {
        const silent = processes.find((one) => !one.output().includes('taking jobs') && !one.output().includes('scheduled'));
        if (silent) throw new Error(`a process did not start:\n${silent.output()}`);
      },
      { timeoutMs: 30_000 },
    );
    say(`Redis, both simulators, the scheduler and ${WORKERS} workers are up.`);

    const acts: Act[] = [];
    const surprises: string[] = [];
    const act = async (title: string, name: string): Promise<Act> => {
      say(`\n${acts.length + 1}. ${title}`);
      const progress = createProgress(process.stderr);
      const report = await runFullSync(stage, (run) => progress.show(run));
      progress.end();
      const played = actOf(name, report);
      acts.push(played);
      say(
        `   ${played.sent} sent, ${played.unchanged} unchanged, ${played.deleted} deleted, ${played.failed} failed, in ${played.seconds} s; the run is ${report.run.state}.`,
      );
      if (report.run.state !== 'done')
        surprises.push(`${name}: the run is ${report.run.state}${report.run.message ? `: ${report.run.message}` : ''}`);
      return played;
    };

    await act('The first full sync: everything is new to OS2sync.', 'first sync');
    const second = await act('The same again: nothing has changed, so nothing is sent.', 'second sync');
    if (second.sent + second.deleted > 0)
      surprises.push(`second sync: ${second.sent} sent and ${second.deleted} deleted instead of nothing`);

    const day = scriptedDay(dataset, { seed: options.seed });
    say('\n   A day passes in OS2MO:');
    for (const change of day.changes) {
      stage.mo.patch(change.patch);
      say(`   · ${change.title}`);
    }
    const { upserts, deletes } = sumOfTouches(day.changes.map((change) => change.expected));
    const expected = { sent: upserts.orgunit + upserts.user, deleted: deletes.orgunit + deletes.user };
    const third = await act(
      `The sync after that day carries exactly that: ${expected.sent} objects to send, ${expected.deleted} to delete.`,
      'after the day',
    );
    if (third.sent !== expected.sent || third.deleted !== expected.deleted) {
      surprises.push(`after the day: ${third.sent} sent and ${third.deleted} deleted instead of ${expected.sent} and ${expected.deleted}`);
    }
    return { stage, acts, surprises };
  } catch (error) {
    await stage.close();
    throw error;
  }
};
