import type { RunChange, RunRecord } from '@os2bridge/jobs';
import { unknownRun, type Bridge } from '@os2bridge/os2sync-pipeline';
import { examples, GROUP, type Register } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withBridge } from '../open-bridge.ts';
import { changeTable } from '../output/change-table.ts';
import { counted } from '../output/counted.ts';
import { runDuration, runSummary, scopeText, stateText } from '../output/run-summary.ts';
import { renderTable } from '../output/table.ts';
import { localTime } from '../output/times.ts';
import type { Session } from '../session.ts';
import { countArgument } from '../work/count-argument.ts';

interface RunsOptions {
  readonly limit: number;
  readonly changes?: true;
}

/** As many failures of a run as are shown without being asked for. */
const SHOWN_FAILURES = 20;

/** `os2bridge runs`: the last runs, or one of them in full. */
export const registerRuns: Register = (program, act) => {
  const command = program
    .command('runs')
    .helpGroup(GROUP.watch)
    .summary('the last runs, or one run with its changes and failures')
    .argument('[id]', 'a run, for its counters and failures')
    .option('--limit <number>', 'how many runs to list', countArgument, 10)
    .option('--changes', 'with a run: everything it did, not only what failed')
    .addHelpText(
      'after',
      examples([
        ['runs', 'the last ten'],
        ['runs 20261122-030000-ab12', 'one run: counters, failures and why'],
        ['runs 20261122-030000-ab12 --changes', 'everything it changed'],
      ]),
    )
    .action((id: string | undefined, options: RunsOptions) =>
      act(command, (session) =>
        withBridge(session, (bridge) => (id === undefined ? listRuns(session, bridge, options) : showRun(session, bridge, id, options))),
      ),
    );
};

const listRuns = async (session: Session, { runs }: Bridge, { limit }: RunsOptions): Promise<ExitCode> => {
  const records = await runs.list(limit);
  session.print(records.length === 0 ? 'No run yet. Start one with: os2bridge sync --all --wait' : runTable(records, session));
  session.printJson({ runs: records });
  return EXIT.done;
};

/** Runs as a table, one a line. */
export const runTable = (records: readonly RunRecord[], { paint }: Pick<Session, 'paint'>): string =>
  renderTable(
    [
      { title: 'run' },
      { title: 'state' },
      { title: 'scope' },
      { title: 'asked by' },
      { title: 'started' },
      { title: 'took', align: 'right' },
      { title: 'sent', align: 'right' },
      { title: 'deleted', align: 'right' },
      { title: 'failed', align: 'right' },
    ],
    records.map((run) => [
      run.id,
      stateText(run, paint),
      scopeText(run),
      run.requestedBy,
      localTime(run.startedAt ?? run.createdAt),
      runDuration(run),
      String(run.counters.sent),
      String(run.counters.deleted),
      String(run.counters.failed + run.counters.error),
    ]),
    paint.dim,
  );

const showRun = async (session: Session, { runs }: Bridge, id: string, options: RunsOptions): Promise<ExitCode> => {
  const run = await runs.get(id);
  if (!run) throw unknownRun(id);
  const [changes, deletions] = await Promise.all([runs.changes(id), runs.deletions(id)]);
  const failures = changes.filter(isFailure);
  for (const line of runSummary(run, session.paint)) session.print(line);
  const shown = options.changes ? changes : failures.slice(0, SHOWN_FAILURES);
  if (shown.length > 0) {
    session.print();
    session.print(changeTable(shown, session.paint));
  }
  if (!options.changes && failures.length > shown.length)
    session.print(session.paint.dim(`… and ${failures.length - shown.length} more; --changes shows all`));
  if (run.state === 'awaiting-approval')
    session.print(`\nHolds ${counted(deletions.length, 'deletion')} back. See and approve them with: os2bridge approve ${id}`);
  session.printJson({ run, failures, deletions, ...(options.changes ? { changes } : {}) });
  return EXIT.done;
};

const isFailure = ({ verdict }: RunChange): boolean => verdict === 'failed' || verdict === 'error';
