import { startOs2syncSimulator } from '@os2bridge/simulators';
import { Command, Option } from 'commander';
import { parseMilliseconds, parsePort } from './parse-number.ts';
import { explainingFk, readFkContent } from './read-fk-content.ts';
import { serve } from './serve.ts';

/** Where the seed's own example of `os2sync.api_url` points. */
const USUAL_PORT = 8081;

/** `os2sync`: OS2sync with FK Organisation behind it, in memory. */
export const os2syncCommand = (out: (text: string) => void): Command =>
  new Command('os2sync')
    .summary('OS2sync with FK Organisation behind it')
    .description(
      'An OS2sync that takes units and users, keeps them in memory and answers as the real one does.\nWhat it holds and what it got: /_sim/state, /_sim/log, /_sim/stats; faults to order: /_sim/faults.',
    )
    .option('--port <n>', 'port on 127.0.0.1; 0 = any free one', parsePort, USUAL_PORT)
    .option('--cvr <cvr>', 'the only municipality FK knows (default: every one)')
    .option('--api-key <key>', 'ask for this key in the ApiKey header (default: none)')
    .option('--latency <ms>', 'wait this long before each answer', parseMilliseconds, 0)
    .option('--hierarchy <ms>', 'how long a hierarchy takes', parseMilliseconds, 0)
    .addOption(
      new Option('--processing <how>', 'at once, or in minutes as the real queue').choices(['immediate', 'ticks']).default('immediate'),
    )
    .option('--tick-every <ms>', 'with ticks: a "minute" every so many ms (default: only on POST /_sim/tick)', parseMilliseconds)
    .option('--fk <file>', 'JSON with what FK holds at first: {"orgunits": […], "users": […]}')
    .addHelpText(
      'after',
      '\nExample:\n  npm run simulator -- os2sync --port 8081 --latency 10\n  curl -H "cvr: 99999999" http://127.0.0.1:8081/api/hierarchy',
    )
    .action(async (options: Os2syncFlags) => {
      const { port, cvr, apiKey, latency, hierarchy, processing, tickEvery, fk } = options;
      await serve({
        name: 'OS2sync',
        api: '/api',
        port,
        out,
        start: () =>
          explainingFk(fk, () =>
            startOs2syncSimulator({
              port,
              processing,
              latency: { perRequestMs: latency },
              hierarchyMs: hierarchy,
              ...(cvr === undefined ? {} : { cvr }),
              ...(apiKey === undefined ? {} : { apiKey }),
              ...(tickEvery === undefined ? {} : { tickEveryMs: tickEvery }),
              ...(fk === undefined ? {} : { fk: readFkContent(fk) }),
            }),
          ),
      });
    });

interface Os2syncFlags {
  readonly port: number;
  readonly cvr?: string;
  readonly apiKey?: string;
  readonly latency: number;
  readonly hierarchy: number;
  readonly processing: 'immediate' | 'ticks';
  readonly tickEvery?: number;
  readonly fk?: string;
}
