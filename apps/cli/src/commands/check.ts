import { SettingsError } from '@os2bridge/config';
import { listChecks, runChecks, type CheckOutcome } from '@os2bridge/os2sync-pipeline';
import { examples, GROUP, type Register } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withBridge } from '../open-bridge.ts';
import type { Session } from '../session.ts';
import { outcomeLines } from '../output/outcome-lines.ts';

/** `os2bridge check`: everything that must be right before a sync, one line each. */
export const registerCheck: Register = (program, act) => {
  const command = program
    .command('check')
    .helpGroup(GROUP.prepare)
    .summary('look at settings and every connection, and say what to do')
    .description(
      'Looks at the settings, Redis, OS2MO (login, roles, what the settings name) and OS2sync. Changes nothing; secrets are shown as "set".',
    )
    .addHelpText(
      'after',
      examples([
        ['check', 'one line for each thing; red ones say what to do'],
        ['check --json', 'for monitoring'],
      ]),
    )
    .addHelpText('after', '\nExit codes: 0 all fine, 2 something in the settings is wrong, 3 a connection is down or refuses us.')
    .action(() => act(command, check));
};

const check = async (session: Session): Promise<ExitCode> => {
  const outcomes: CheckOutcome[] = [];
  const tell = (outcome: CheckOutcome): void => {
    outcomes.push(outcome);
    for (const line of outcomeLines(outcome, session.paint)) session.print(line);
  };
  try {
    await withBridge(
      session,
      async ({ settings, redis, reader, client }) => {
        for await (const outcome of runChecks(listChecks({ settings, redis, reader, client, now: () => new Date() }))) tell(outcome);
      },
      { unchecked: true },
    );
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    // Without valid settings nobody knows what to connect to.
    for (const { key, problem } of error.mistakes)
      tell({ id: 'settings', name: 'Settings', about: 'settings', outcome: 'failed', detail: `${key}: ${problem}`, remedy: null });
  }
  const failed = outcomes.filter((one) => one.outcome === 'failed');
  session.print();
  session.print(
    failed.length === 0
      ? session.paint.good('Everything is fine.')
      : session.paint.bad(`${failed.length} of ${outcomes.length} need attention.`),
  );
  session.printJson({ ok: failed.length === 0, checks: outcomes });
  return exitCodeOfChecks(outcomes);
};

/** A connection that is down comes first: it may be why the rest is red. */
export const exitCodeOfChecks = (outcomes: readonly CheckOutcome[]): ExitCode => {
  const failed = outcomes.filter((one) => one.outcome === 'failed');
  if (failed.some((one) => one.about === 'connection')) return EXIT.connection;
  return failed.length > 0 ? EXIT.usage : EXIT.done;
};
