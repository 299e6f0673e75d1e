import { createInterface } from 'node:readline/promises';
import type { RunDeletion, RunRecord } from '@os2bridge/jobs';
import { approveRun, unknownRun, type Bridge } from '@os2bridge/os2sync-pipeline';
import { examples, GROUP, type Register } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withBridge } from '../open-bridge.ts';
import { changeTable } from '../output/change-table.ts';
import { counted } from '../output/counted.ts';
import type { Session } from '../session.ts';
import { usageError } from '../usage-error.ts';
import { followRun } from '../work/follow-run.ts';
import { requestedBy } from '../work/requested-by.ts';

interface ApproveOptions {
  readonly yes?: true;
  readonly wait?: true;
}

/** `os2bridge approve`: lets a run do the deletions it holds back. */
export const registerApprove: Register = (program, act) => {
  const command = program
    .command('approve')
    .helpGroup(GROUP.sync)
    .summary('let a run do the deletions it holds back')
    .description('Shows what a run would delete, asks, and lets it do exactly that. What OS2MO wants again in the meantime stays.')
    .argument('<run>', 'the run that waits for an approval')
    .option('--yes', 'do not ask (needed where there is no terminal)')
    .option('--wait', 'watch the run until it ends')
    .addHelpText(
      'after',
      examples([
        ['approve 20261122-030000-ab12', 'look, answer, done'],
        ['approve 20261122-030000-ab12 --yes --wait', 'without a question'],
      ]),
    )
    .action((id: string, options: ApproveOptions) =>
      act(command, (session) => withBridge(session, (bridge) => approve(session, bridge, id, options))),
    );
};

const approve = async (session: Session, bridge: Bridge, id: string, options: ApproveOptions): Promise<ExitCode> => {
  const run = await bridge.runs.get(id);
  if (!run) throw unknownRun(id);
  // In the order in which they will go.
  const deletions = (await bridge.runs.deletions(id)).toSorted((a, b) => (`${b.kind} ${a.fk}` < `${a.kind} ${b.fk}` ? -1 : 1));
  if (run.state === 'awaiting-approval') show(session, run, deletions);
  // A run in another state needs no question: approveRun says what is the matter with it.
  if (run.state === 'awaiting-approval' && !options.yes) {
    if (!session.canAsk)
      throw usageError(`run ${id} would delete ${counted(deletions.length, 'object')}; say --yes to approve that without a terminal`);
    if (!(await ask(`Delete ${counted(deletions.length, 'object')} in OS2sync? [y/N] `))) {
      session.print('Nothing is approved; the run still waits.');
      return EXIT.approval;
    }
  }
  const approved = await approveRun(bridge, id, requestedBy(session.env));
  session.print(`Run ${session.paint.strong(id)} is approved.`);
  if (options.wait) return followRun(session, bridge, id);
  session.print(session.paint.dim(`Watch it with: os2bridge runs ${id}`));
  session.printJson({ run: approved, deletions });
  return EXIT.done;
};

const show = (session: Session, run: RunRecord, deletions: readonly RunDeletion[]): void => {
  const { paint } = session;
  session.print(`${paint.strong(`Run ${run.id}`)} would delete ${deletionCounts(deletions)}.`);
  if (run.message !== null) session.print(paint.dim(run.message));
  session.print();
  session.print(
    changeTable(
      deletions.map((deletion) => ({ ...deletion, verdict: 'delete' })),
      paint,
    ),
  );
  session.print();
};

/** `3 units and 12 users (terminated 10, no-position 5)`. */
export const deletionCounts = (deletions: readonly Pick<RunDeletion, 'kind' | 'reasons'>[]): string => {
  const units = deletions.filter(({ kind }) => kind === 'orgunit').length;
  const users = deletions.length - units;
  const reasons = new Map<string, number>();
  for (const reason of deletions.flatMap((deletion) => deletion.reasons)) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const parts = [...(units > 0 ? [counted(units, 'unit')] : []), ...(users > 0 ? [counted(users, 'user')] : [])];
  const why = [...reasons].map(([reason, times]) => `${reason} ${times}`).join(', ');
  return `${parts.length === 0 ? 'nothing' : parts.join(' and ')}${why === '' ? '' : ` (${why})`}`;
};

const ask = async (question: string): Promise<boolean> => {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|j|ja)$/i.test((await lines.question(question)).trim());
  } finally {
    lines.close();
  }
};
