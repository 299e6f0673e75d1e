import { Command } from 'commander';
import { os2moCommand } from './os2mo-command.ts';
import { os2syncCommand } from './os2sync-command.ts';

const EXAMPLES = `
Examples:
  npm run simulator -- os2sync --port 8081
  npm run simulator -- os2mo --dataset municipality.json
  npm run simulator -- os2mo --units 300 --employees 3000 --seed 1

npm run simulator -- os2mo --help shows every option of one.`;

/** The command line of `npm run simulator`. Errors of use are thrown, not exited with. */
export const createProgram = (): Command => {
  const program = new Command('npm run simulator --')
    .description('One simulator alone, as a real HTTP server on 127.0.0.1. Everything in it is invented and kept in memory.')
    .addHelpText('after', EXAMPLES);
  for (const command of [os2moCommand(), os2syncCommand()])
    program.addCommand(command.copyInheritedSettings(program.exitOverride().showHelpAfterError('(--help shows how it is used)')));
  return program;
};
