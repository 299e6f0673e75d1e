import type { ScopeStep } from '@os2bridge/mapping';
import type { Decision } from '@os2bridge/model';

/** The rules about one FK user of a person in the order in which they are tested (sync-rules §1.3, §1.4), and the reasons they give; null = every other error. */
const RULES: readonly (readonly [rule: string, reasons: readonly string[] | null])[] = [
  [
    'its FK uuid cannot be told from its it accounts (os2sync_uuid_from_it_systems)',
    ['invalid-fk-uuid', 'ambiguous-fk-uuid', 'unknown-it-system'],
  ],
  ['no account gives a user name, and one is asked for (os2sync.filter_users_by_it_system)', ['no-user-key']],
  ['no engagement, now or coming, lies in a unit that is transferred', ['no-position']],
  ['something that must be sent cannot be told', null],
  ['another object has its FK uuid', ['duplicate-fk-uuid']],
  ['no other rule matched', ['has-position']],
];

/** The rules as tested for this decision. */
export const personSteps = ({ reasons }: Pick<Decision<unknown>, 'reasons'>): readonly ScopeStep[] => {
  const [reason = ''] = reasons;
  const named = RULES.findIndex(([, codes]) => codes?.includes(reason));
  const decided = named >= 0 ? named : RULES.findIndex(([, codes]) => codes === null);
  return RULES.map(([rule], row) => ({ rule, outcome: row === decided ? 'matched' : row < decided ? 'passed' : 'not-tested' }));
};
