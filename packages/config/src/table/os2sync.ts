import { cron } from '../schemas/cron.ts';
import { flag } from '../schemas/flag.ts';
import { apiAddress } from '../schemas/http-address.ts';
import { seconds, wholeNumber } from '../schemas/number.ts';
import { headerSecret } from '../schemas/secret.ts';
import { text, textOrEmpty } from '../schemas/text.ts';
import { optional, withDefault } from './about.ts';

/** How the sync runs: connection, schedule, log, memory. What is sent stands in os2sync-units.ts and os2sync-users.ts. */
export const os2sync = {
  'os2sync.api_url': withDefault(apiAddress('http://localhost:8081/api'), 'http://localhost:8081/api', {
    type: 'http(s) address ending in /api',
    meaning: "The address of OS2sync's API.",
    source: 'seed',
    example: 'http://localhost:8081/api',
  }),
  'os2sync.api_key': optional(headerSecret(), {
    type: 'text',
    meaning: "OS2sync's API key, where it asks for one.",
    source: 'os2bridge',
    confidential: 'secret',
  }),
  'os2sync.cron': withDefault(cron(), '0 0 2 * * ?', {
    type: 'cron expression',
    meaning:
      'When the full sync starts, Danish time, written as for Quartz (seconds, minutes, hours, day of month, month, day of week) or as standard cron with five fields. Numbers for days of the week differ between the two (Quartz: 1 is Sunday; cron: 0), so better write MON to SUN. Needs `crontab.RUN_OS2SYNC`.',
    source: 'os2bridge',
    example: '0 0 2 * * ?',
  }),
  'os2sync.log_file': optional(text('the path of a file'), {
    type: 'path',
    meaning: 'A file to log to, besides the standard output; starts afresh at 10 MB, with four older ones kept.',
    source: 'seed',
    example: './os2sync.log',
  }),
  'os2sync.log_level': withDefault(wholeNumber(0, 50), 20, {
    type: 'whole number, 0 to 50',
    meaning: "How much is logged, in Python's numbers: 10 all, 20 the course of things, 30 warnings, 40 errors.",
    source: 'seed',
    example: 20,
  }),
  'os2sync.ca_verify_os2mo': withDefault(flag(), true, {
    type: 'true or false',
    meaning: "Whether the certificate of OS2MO's server is checked.",
    source: 'seed',
  }),
  'os2sync.ca_verify_os2sync': withDefault(flag(), true, {
    type: 'true or false',
    meaning: "Whether OS2sync's certificate is checked.",
    source: 'seed',
  }),
  'os2sync.hash_cache': withDefault(textOrEmpty('a name, or "" for none'), 'os2sync', {
    type: 'text, may be empty',
    meaning:
      'The name of the memory of what has been sent, so that only changes are. A new name starts afresh; `""` turns the comparison off and everything is sent in every run. A path from an older settings file is taken as a name like any other: no file is written.',
    source: 'seed',
    emptyIsValue: true,
  }),
  'os2sync.use_lc_db': withDefault(flag(), false, {
    type: 'true or false',
    meaning: 'Has no effect: the bridge always reads OS2MO in bulk. Accepted so that an older settings file stays valid.',
    source: 'seed',
  }),
  'os2sync.timeout': withDefault(seconds(), 30, {
    type: 'seconds',
    meaning: 'How long one request to OS2sync may take.',
    source: 'os2bridge',
  }),
  'os2sync.concurrency': withDefault(wholeNumber(1, 200), 4, {
    type: 'whole number, 1 to 200',
    meaning: 'Requests to OS2sync at once from one worker process.',
    source: 'os2bridge',
  }),
  'os2sync.hierarchy_timeout': withDefault(seconds(), 600, {
    type: 'seconds',
    meaning: 'How long OS2sync may take to collect what FK Organisation holds (autowash).',
    source: 'os2bridge',
  }),
  'os2sync.hierarchy_poll': withDefault(seconds(), 5, {
    type: 'seconds',
    meaning: 'How often the bridge asks whether that is ready.',
    source: 'os2bridge',
  }),
};
