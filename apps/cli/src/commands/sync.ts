import type { RunScope } from '@os2bridge/jobs';
import type { Uuid } from '@os2bridge/model';
import { startRun } from '@os2bridge/os2sync-pipeline';
import { examples, GROUP, type Register } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withBridge } from '../open-bridge.ts';
import { scopeText } from '../output/run-summary.ts';
import type { Session } from '../session.ts';
import { usageError } from '../usage-error.ts';
import { followRun } from '../work/follow-run.ts';
import { requestedBy } from '../work/requested-by.ts';
import { uuidsArgument } from '../work/uuid-argument.ts';

interface SyncOptions {
  readonly all?: true;
  readonly unit?: readonly Uuid[];
  readonly person?: readonly Uuid[];
  readonly force?: true;
  readonly wait?: true;
}

/** `os2bridge sync`: starts a run; workers do it. */
export const registerSync: Register = (program, act) => {
  const command = program
    .command('sync')
    .helpGroup(GROUP.sync)
    .summary('bring OS2sync in line with OS2MO: everything, or some objects')
    .description('Starts a run and says its id; the os2sync-workers do it. Only what has changed is sent.')
    .option('--all', 'every unit and every person, and what has to be deleted')
    .option('--unit <uuid...>', 'these units, by MO uuid', uuidsArgument)
    .option('--person <uuid...>', 'these persons, by MO uuid', uuidsArgument)
    .option('--force', 'send also what has not changed')
    .option('--wait', 'watch the run until it ends; Ctrl-C stops watching, not the run')
    .addHelpText(
      'after',
      examples([
        ['sync --all --wait', 'a full sync with a progress bar'],
        ['sync --person UUID --force --wait', 'send one person again'],
        ['sync --unit UUID UUID', 'two units'],
      ]),
    )
    .addHelpText(
      'after',
      '\nExit codes with --wait: 0 done, 1 some objects failed, 3 a connection is down, 4 waits for an approval. Without: 0 once the run is noted.',
    )
    .action((options: SyncOptions) => act(command, (session) => sync(session, options)));
};

const sync = async (session: Session, options: SyncOptions): Promise<ExitCode> => {
  const scope = scopeOf(options);
  return withBridge(session, async (bridge) => {
    const run = await startRun(bridge, scope, requestedBy(session.env));
    session.print(`Run ${session.paint.strong(run.id)} (${scopeText(run)}) is noted.`);
    if (options.wait) return followRun(session, bridge, run.id);
    session.print(session.paint.dim(`Watch it with: os2bridge runs ${run.id}`));
    session.printJson({ run });
    return EXIT.done;
  });
};

/** What to sync, from the options. Throws a usage error when they do not say it, or say two things. */
export const scopeOf = ({
  all,
  unit = [],
  person = [],
  force = false,
}: Omit<SyncOptions, 'force'> & { readonly force?: boolean }): RunScope => {
  const some = unit.length + person.length > 0;
  if (all && some) throw usageError('say either --all or --unit and --person');
  if (!all && !some) throw usageError('say what to sync: --all, --unit UUID… or --person UUID…');
  return { kind: all ? 'full' : 'objects', orgunits: [...new Set(unit)], users: [...new Set(person)], force };
};
