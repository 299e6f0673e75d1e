import type { Verdict } from '@os2bridge/model';
import { forecast, type Bridge, type PlanEnd } from '@os2bridge/os2sync-pipeline';
import { examples, GROUP, type Register } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withBridge } from '../open-bridge.ts';
import { planLines } from '../output/plan-lines.ts';
import type { Session } from '../session.ts';
import { usageError } from '../usage-error.ts';
import { onInterrupt } from '../work/on-interrupt.ts';
import { openPlanFile, toFileLine } from '../work/plan-file.ts';
import { createTally, type PlanTally } from '../work/plan-tally.ts';
import { verdictsArgument } from '../work/verdicts-argument.ts';

interface PlanOptions {
  readonly force?: true;
  readonly out?: string;
  readonly payloads?: true;
  readonly only?: ReadonlySet<Verdict>;
}

/** `os2bridge plan`: what a full sync would change; writes nothing to OS2sync. */
export const registerPlan: Register = (program, act) => {
  const command = program
    .command('plan')
    .helpGroup(GROUP.prepare)
    .summary('what a full sync would change, and why; changes nothing')
    .description('Reads OS2MO, decides, compares with what was last sent, and shows what a full sync would do. Sends nothing.')
    .option('--force', 'as `sync --all --force` would do it: send also what has not changed')
    .option('--out <file>', 'write every line as a JSON object: {kind, mo, fk, verdict, reasons, payload?}')
    .option('--payloads', 'with --out: the registrations as they would be sent (personal data!)')
    .option('--only <verdicts>', 'only these lines, e.g. create,update,delete', verdictsArgument)
    .addHelpText(
      'after',
      examples([
        ['plan', 'a table of verdicts and reasons, the deletions, the errors'],
        ['plan --only delete,error', 'what somebody should look at'],
        ['plan --out plan.ndjson', 'every object, for jq and the like'],
      ]),
    )
    .addHelpText(
      'after',
      '\nVerdicts: create, update, unchanged, delete, ignore (not transferred), error (bad data).\nExit codes say how a sync would end: 0 done, 1 with failures or refused deletions, 4 waits for an approval; 3 a connection is down.',
    )
    .action((options: PlanOptions) => act(command, (session) => plan(session, options)));
};

const plan = async (session: Session, options: PlanOptions): Promise<ExitCode> => {
  if (options.payloads && options.out === undefined)
    throw usageError('--payloads needs --out FILE: payloads are personal data and are never printed');
  if (options.payloads)
    session.note(
      session.paint.warn(
        `Warning: ${options.out} will hold personal data (names, CPR numbers, addresses). Only you may read it; delete it when you are done.`,
      ),
    );
  return withBridge(session, async (bridge) => {
    const { tally, end } = await work(bridge, options);
    for (const line of planLines(tally, end, options.only ?? null, session.paint)) session.print(line);
    if (options.out !== undefined) session.note(`Written to ${options.out}`);
    const outcome = forecast(end);
    session.printJson({
      outcome,
      guard: end.guard,
      seen: { orgunits: end.orgunit.seen, users: end.user.seen },
      counts: { orgunit: end.orgunit.counts, user: end.user.counts },
      rows: tally.rows().filter(({ verdict }) => options.only?.has(verdict) ?? true),
      deletions: tally.deletions.map(toFileLine),
      errors: tally.errors.map(toFileLine),
      reports: Object.fromEntries(tally.reports),
    });
    return EXIT_OF[outcome];
  });
};

const EXIT_OF = {
  done: EXIT.done,
  partial: EXIT.failures,
  failed: EXIT.failures,
  'awaiting-approval': EXIT.approval,
} as const satisfies Record<ReturnType<typeof forecast>, ExitCode>;

const work = async (bridge: Bridge, options: PlanOptions): Promise<{ tally: PlanTally; end: PlanEnd }> => {
  const { signal, release } = onInterrupt();
  const file = options.out === undefined ? null : await openPlanFile(options.out);
  const tally = createTally();
  try {
    const pages = bridge.plan({ force: options.force ?? false, payloads: options.payloads ?? false, signal });
    let step = await pages.next();
    for (; !step.done; step = await pages.next()) {
      const lines = step.value;
      for (const line of lines) tally.add(line);
      await file?.write(options.only ? lines.filter(({ verdict }) => options.only?.has(verdict)) : lines);
    }
    await file?.finish();
    return { tally, end: step.value };
  } catch (error) {
    await file?.discard();
    throw error;
  } finally {
    release();
  }
};
