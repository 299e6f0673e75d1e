import { Command } from 'commander';
import { kitosCommand } from './kitos-command.ts';
import { os2moCommand } from './os2mo-command.ts';
import { os2syncCommand } from './os2sync-command.ts';

const EXAMPLES = `
Examples:
  npm run simulator -- os2sync --port 8081
  npm run simulator -- os2mo --dataset municipality.json
  npm run simulator -- os2mo --units 300 --employees 3000 --seed 1
  npm run simulator -- kitos --systems 200 --usages 150 --users 400

npm run simulator -- os2mo --help shows every option of one.`;

/** Where text goes, line feeds included. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The command line of `npm run simulator`. Errors of use are thrown (CommanderError, UsageError), not exited with. */
export const createProgram = ({ out, err }: Output): Command => {
  const program = new Command('npm run simulator --')
    .description('One simulator alone, as a real HTTP server on 127.0.0.1. Everything in it is invented and kept in memory.')
    .addHelpText('after', EXAMPLES)
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride()
    .showHelpAfterError('(--help shows how it is used)');
  for (const command of [os2moCommand(out), os2syncCommand(out), kitosCommand(out)])
    program.addCommand(command.copyInheritedSettings(program));
  return program;
};
