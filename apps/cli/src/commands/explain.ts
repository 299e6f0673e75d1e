import type { KindName, Uuid } from '@os2bridge/model';
import { explain } from '@os2bridge/os2sync-pipeline';
import { examples, GROUP, type Register } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { withBridge } from '../open-bridge.ts';
import { explanationLines } from '../output/explanation-lines.ts';
import type { Session } from '../session.ts';
import { usageError } from '../usage-error.ts';
import { uuidArgument } from '../work/uuid-argument.ts';

interface ExplainOptions {
  readonly unit?: Uuid;
  readonly person?: Uuid;
}

/** `os2bridge explain`: why one object is, or is not, in FK Organisation. */
export const registerExplain: Register = (program, act) => {
  const command = program
    .command('explain')
    .helpGroup(GROUP.prepare)
    .summary('why one unit or person is, or is not, transferred')
    .description(
      'Reads one object in OS2MO, goes through the rules in order, compares with what was last sent, and says what a sync would do. Sends nothing, and shows uuids and rules only: no names, no CPR numbers, no values.',
    )
    .option('--unit <uuid>', 'a unit, by MO uuid or FK uuid', uuidArgument)
    .option('--person <uuid>', 'a person, by MO uuid or FK uuid', uuidArgument)
    .addHelpText(
      'after',
      examples([
        ['explain --unit UUID', 'which rule decides about a unit'],
        ['explain --person UUID', 'engagements, FK users, verdicts'],
      ]),
    )
    .action((options: ExplainOptions) => act(command, (session) => run(session, options)));
};

const run = async (session: Session, options: ExplainOptions): Promise<ExitCode> => {
  const { kind, uuid } = subjectOf(options);
  return withBridge(session, async (bridge) => {
    const explanation = await explain(bridge, kind, uuid);
    for (const line of explanationLines(explanation, session.paint)) session.print(line);
    session.printJson(explanation);
    return EXIT.done;
  });
};

/** What to explain. Throws a usage error unless exactly one thing is named. */
export const subjectOf = ({ unit, person }: ExplainOptions): { readonly kind: KindName; readonly uuid: Uuid } => {
  if (unit !== undefined && person === undefined) return { kind: 'orgunit', uuid: unit };
  if (person !== undefined && unit === undefined) return { kind: 'user', uuid: person };
  throw usageError('say what to explain: either --unit UUID or --person UUID');
};
