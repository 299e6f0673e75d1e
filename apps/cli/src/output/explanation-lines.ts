import { reasonText, type ScopeStep } from '@os2bridge/mapping';
import type { Report } from '@os2bridge/model';
import type { ExplainedEngagement, ExplainedObject, Explanation } from '@os2bridge/os2sync-pipeline';
import type { Paint } from './paint.ts';
import { localTime } from './times.ts';

const VERDICTS: Record<ExplainedObject['verdict'], string> = {
  create: 'a sync would create it',
  update: 'a sync would send it again: it has changed since it was sent',
  unchanged: 'nothing to do: it is as it was sent',
  delete: 'a sync would delete it',
  ignore: 'it is not transferred',
  error: 'it cannot be decided; nothing is sent and nothing is deleted',
};

/** An explanation in people's words: where it was found, the rules in order, each FK object with its verdict. */
export const explanationLines = (explanation: Explanation, paint: Paint): readonly string[] => {
  const { kind, mo, objects } = explanation;
  return [
    paint.strong(`${kind === 'orgunit' ? 'Unit' : 'Person'} ${mo}`),
    foundText(explanation),
    ...section(
      'Rules',
      explanation.steps.map((step) => stepLine(step, paint)),
      paint,
    ),
    ...(explanation.parent === null ? [] : ['', `Nearest transferred unit above: ${explanation.parent}`]),
    ...section(
      'Engagements, now or coming',
      explanation.engagements.map((one) => engagementLine(one, paint)),
      paint,
    ),
    ...objects.flatMap((object) => ['', ...objectLines(object, paint)]),
    ...(objects.length === 0
      ? ['', `Verdict: ${explanation.foundAs === 'nothing' ? 'nothing to say' : VERDICTS.ignore}; nothing was sent for it.`]
      : []),
  ];
};

const foundText = ({ asked, foundAs, mo, inMo }: Explanation): string => {
  if (foundAs === 'nothing') return 'Neither OS2MO nor the ledger knows it. Is the uuid right, and is it the right kind of object?';
  const found = foundAs === 'fk-uuid' ? `The FK uuid ${asked} was sent for ${mo}. ` : '';
  const state = { now: 'OS2MO has it now.', before: 'OS2MO knows it, but it is not valid now.', never: 'OS2MO does not know it.' }[inMo];
  return found + state;
};

const section = (title: string, lines: readonly string[], paint: Paint): readonly string[] =>
  lines.length === 0 ? [] : ['', paint.strong(title), ...lines];

const stepLine = ({ rule, outcome }: ScopeStep, paint: Paint): string => {
  if (outcome === 'matched') return `  ${paint.good('→')} ${rule}: yes, and that decides`;
  return outcome === 'passed' ? `    ${rule}: no` : paint.dim(`    ${rule}: not tested`);
};

const engagementLine = ({ engagement, unit, from, transferred, reason }: ExplainedEngagement, paint: Paint): string => {
  const mark = transferred === true ? paint.good('✓') : transferred === false ? paint.dim('–') : paint.bad('✗');
  return `  ${mark} ${engagement} in unit ${unit}, from ${from}. The unit: ${reasonText(reason)}`;
};

const objectLines = (object: ExplainedObject, paint: Paint): readonly string[] => [
  paint.strong(object.fk === null ? 'In FK Organisation: no uuid can be told' : `In FK Organisation: ${object.fk}`),
  ...(object.fk === null ? [] : [`  uuid     ${originText(object)}`]),
  ...object.steps.map((step) => `  ${stepLine(step, paint)}`),
  `  verdict  ${verdictWord(object, paint)}: ${VERDICTS[object.verdict]}`,
  ...object.reasons.map((reason) => `  because  ${reasonText(reason)}`),
  ...(object.message === null ? [] : [`  message  ${paint.bad(object.message)}`]),
  `  ledger   ${object.sent === null ? 'never sent, or deleted since' : `last sent ${localTime(object.sent.at)}`}`,
  ...object.reports.map((report) => `  note     ${reportText(report)}`),
];

const originText = ({ origin }: ExplainedObject): string => {
  if (origin === null) return 'sent earlier; no it account in OS2MO gives it now';
  return origin.from === 'mo-uuid'
    ? 'its MO uuid; no it account gives another'
    : `from the it account ${origin.account} in ${origin.system}`;
};

const verdictWord = ({ verdict }: ExplainedObject, paint: Paint): string => {
  if (verdict === 'error') return paint.bad(verdict);
  return verdict === 'delete' ? paint.warn(verdict) : paint.good(verdict);
};

const reportText = ({ code, field, uuid, detail }: Report): string => {
  const about = [field, uuid, detail].filter((part) => part !== undefined).join(', ');
  return `${reasonText(code)}${about === '' ? '' : ` (${about})`}`;
};
