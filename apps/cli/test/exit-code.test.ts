import { SettingsError } from '@os2bridge/config';
import { BridgeError } from '@os2bridge/model';
import { CommanderError } from 'commander';
import { describe, expect, test } from 'vitest';
import { EXIT, exitCodeOfCode, exitCodeOfError, exitCodeOfRun } from '../src/exit-code.ts';
import { usageError } from '../src/usage-error.ts';

describe('exit codes', () => {
  test('a mistake in the settings or in what was typed ends with 2', () => {
    expect(exitCodeOfError(new SettingsError([{ key: 'municipality.cvr', problem: 'is missing' }]))).toBe(2);
    expect(exitCodeOfError(usageError('say --all'))).toBe(2);
    expect(exitCodeOfError(new CommanderError(1, 'commander.unknownOption', 'unknown option'))).toBe(2);
    expect(exitCodeOfCode('unknown-run')).toBe(2);
  });

  test('a help text that was asked for ends with 0', () => {
    expect(exitCodeOfError(new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)'))).toBe(0);
  });

  test.each(['redis-unreachable', 'redis-eviction', 'mo-down', 'mo-login', 'mo-role', 'os2sync-down', 'os2sync-login'])(
    'a connection that says %s ends with 3',
    (code) => {
      expect(exitCodeOfError(new BridgeError(code, 'it is down', { fate: 'later' }))).toBe(3);
    },
  );

  test('whatever else goes wrong ends with 1', () => {
    expect(exitCodeOfError(new Error('a bug'))).toBe(1);
    expect(exitCodeOfError(new BridgeError('superseded', 'run 1 was overtaken', { fate: 'never' }))).toBe(1);
  });

  test('a run ends with what became of it', () => {
    expect(exitCodeOfRun({ state: 'done', code: null })).toBe(EXIT.done);
    expect(exitCodeOfRun({ state: 'partial', code: null })).toBe(EXIT.failures);
    expect(exitCodeOfRun({ state: 'awaiting-approval', code: null })).toBe(EXIT.approval);
    expect(exitCodeOfRun({ state: 'failed', code: 'deletions-refused' })).toBe(EXIT.failures);
    expect(exitCodeOfRun({ state: 'failed', code: 'mo-down' })).toBe(EXIT.connection);
  });
});
