import type { Command } from 'commander';
import type { ExitCode } from './exit-code.ts';
import type { Session } from './session.ts';

/** Runs a command's work in its session and keeps the exit code. */
export type Act = (command: Command, work: (session: Session) => Promise<ExitCode>) => Promise<void>;

/** Adds one command to the program. */
export type Register = (program: Command, act: Act) => void;

/** The groups in which `os2bridge --help` lists the commands. */
export const GROUP = { prepare: 'Before a sync:', sync: 'Sync:', watch: 'Watch:' } as const;

/** The examples at the end of a command's help. */
export const examples = (lines: readonly (readonly [command: string, meaning: string])[]): string => {
  const width = Math.max(...lines.map(([command]) => command.length));
  return `\nExamples:\n${lines.map(([command, meaning]) => `  $ os2bridge ${command.padEnd(width)}  ${meaning}`).join('\n')}`;
};
