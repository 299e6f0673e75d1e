import type { QueueStatus, Status } from '../work/read-status.ts';
import { counted } from './counted.ts';
import type { Paint } from './paint.ts';
import { renderTable } from './table.ts';
import { duration, localTime } from './times.ts';

/** The head of `os2bridge status`: schedule, queues, trouble, ledger, approvals. */
export const statusLines = (status: Status, paint: Paint): readonly string[] => {
  const { schedule, ledger, queues, awaitingApproval } = status;
  const off = schedule.enabled
    ? `${schedule.cron} (${schedule.timezone}), ${schedule.next === null ? paint.warn('not noted in Redis yet: is the scheduler running?') : `next ${localTime(schedule.next)}`}`
    : paint.warn('off (crontab.RUN_OS2SYNC)');
  return [
    `${paint.strong('Municipality')}  ${status.municipality}`,
    `${paint.strong('Schedule')}      ${off}`,
    `${paint.strong('Sent')}          ${counted(ledger.orgunits, 'unit')} and ${counted(ledger.users, 'user')} in the ledger${ledger.name === null ? ' (comparison off)' : ` ${ledger.name}`}`,
    '',
    queueTable(queues, paint),
    ...queues.flatMap((queue) => troubleLines(queue, paint)),
    ...awaitingApproval.map((run) => `${paint.warn('!')} Run ${run.id} waits for an approval: os2bridge approve ${run.id}`),
  ];
};

const queueTable = (queues: readonly QueueStatus[], paint: Paint): string =>
  renderTable(
    [
      { title: 'queue' },
      { title: 'waiting', align: 'right' },
      { title: 'active', align: 'right' },
      { title: 'delayed', align: 'right' },
      { title: 'failed', align: 'right' },
      { title: 'oldest waits', align: 'right' },
      { title: 'workers', align: 'right' },
    ],
    queues.map((queue) => [
      queue.name,
      String(queue.waiting),
      String(queue.active),
      String(queue.delayed),
      queue.failed > 0 ? paint.bad(String(queue.failed)) : '0',
      queue.oldestWaitingMs === null ? '–' : duration(queue.oldestWaitingMs),
      queue.workers === null ? '?' : queue.workers === 0 ? paint.warn('0') : String(queue.workers),
    ]),
    paint.dim,
  );

const troubleLines = ({ name, trouble, paused, workers, failed }: QueueStatus, paint: Paint): readonly string[] => [
  ...(trouble ? [`${paint.bad('✗')} ${name} rests until ${localTime(new Date(trouble.untilMs))}: ${trouble.message}`] : []),
  ...(paused ? [`${paint.warn('!')} ${name} is paused: somebody stopped it`] : []),
  ...(workers === 0 ? [`${paint.warn('!')} ${name} has no worker: start at least one os2sync-worker`] : []),
  ...(failed > 0
    ? [`${paint.warn('!')} ${name} keeps ${counted(failed, 'failed job')}: see \`os2bridge runs\`, then \`os2bridge retry\``]
    : []),
];
