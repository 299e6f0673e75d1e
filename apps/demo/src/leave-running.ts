import type { Stage } from '@os2bridge/stage';

/** Tells what runs where and what to try, and waits for Ctrl-C. */
export const leaveRunning = async (stage: Stage, say: (line: string) => void): Promise<void> => {
  const cli = `npx os2bridge --settings ${stage.settingsFile}`;
  const top = stage.settings.rules.topUnit;
  for (const line of [
    '',
    'Everything is still running. In another terminal, in this folder:',
    '',
    `  ${cli} status`,
    `  ${cli} check`,
    `  ${cli} plan`,
    `  ${cli} runs`,
    `  ${cli} explain --unit ${top}`,
    `  ${cli} sync --all --force --wait`,
    '',
    `  OS2MO     ${stage.mo.url}/graphql/v30   (${stage.mo.url}/_sim/stats)`,
    `  OS2sync   ${stage.os2sync.url}/api   (${stage.os2sync.url}/_sim/state)`,
    `  Redis     ${stage.redis.url}`,
    '',
    'Ctrl-C ends it all.',
  ]) {
    say(line);
  }
  await new Promise<void>((resolve) => {
    // A Ctrl-C may come twice, from the terminal and from npm; the second one must not cut the tidying up short.
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });
};
