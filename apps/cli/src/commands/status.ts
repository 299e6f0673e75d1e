import type { Bridge } from '@os2bridge/os2sync-pipeline';
import { examples, GROUP, type Register } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withBridge } from '../open-bridge.ts';
import { statusLines } from '../output/status-lines.ts';
import type { Session } from '../session.ts';
import { readStatus } from '../work/read-status.ts';
import { runTable } from './runs.ts';

/** As many of the last runs are shown. */
const LAST_RUNS = 5;

/** `os2bridge status`: how the bridge stands right now. */
export const registerStatus: Register = (program, act) => {
  const command = program
    .command('status')
    .helpGroup(GROUP.watch)
    .summary('schedule, queues, last runs, what waits for somebody')
    .description('Shows the schedule, the queues and why one rests, the last runs, open approvals and how much was sent. Asks Redis only.')
    .addHelpText(
      'after',
      examples([
        ['status', 'at a glance'],
        ['status --json', 'for monitoring'],
      ]),
    )
    .action(() => act(command, (session) => withBridge(session, (bridge) => status(session, bridge))));
};

const status = async (session: Session, bridge: Bridge): Promise<ExitCode> => {
  const found = await readStatus(bridge, { runs: LAST_RUNS, now: Date.now() });
  for (const line of statusLines(found, session.paint)) session.print(line);
  session.print();
  session.print(found.runs.length === 0 ? 'No run yet. Start one with: os2bridge sync --all --wait' : runTable(found.runs, session));
  session.printJson(found);
  return EXIT.done;
};
