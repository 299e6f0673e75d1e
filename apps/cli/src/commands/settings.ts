import { describeSettings } from '@os2bridge/config';
import { examples, GROUP, type Register } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { renderTable } from '../output/table.ts';
import type { Session } from '../session.ts';

interface SettingsOptions {
  readonly all?: true;
}

/** `os2bridge settings`: what is set and where that comes from. */
export const registerSettings: Register = (program, act) => {
  const command = program
    .command('settings')
    .helpGroup(GROUP.prepare)
    .summary('what is set, and whether the file or the environment says so')
    .description('Lists the settings with value and origin. Secrets are shown as "set". Whether they are right, `os2bridge check` says.')
    .option('--all', 'also those that nobody has set, with their defaults')
    .addHelpText(
      'after',
      examples([
        ['settings', 'what the file and the environment say'],
        ['settings --all', 'the defaults too'],
      ]),
    )
    .action((options: SettingsOptions) => act(command, (session) => showSettings(session, options)));
};

const showSettings = async (session: Session, { all }: SettingsOptions): Promise<ExitCode> => {
  const settings = describeSettings({ env: session.env }).filter(({ origin }) => all || origin !== 'default');
  session.print(
    renderTable(
      [{ title: 'setting' }, { title: 'value' }, { title: 'from' }],
      settings.map(({ key, value, origin }) => [key, value, origin]),
      session.paint.dim,
    ),
  );
  session.printJson({ settings });
  return EXIT.done;
};
