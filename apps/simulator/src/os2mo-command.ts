import {
  generateMunicipality,
  municipalitySettings,
  startOs2moSimulator,
  type Dataset,
  type Os2moSimulatorOptions,
} from '@os2bridge/simulators';
import { Command } from 'commander';
import { type ClientFlag, parseClient } from './parse-client.ts';
import { parseInstant } from './parse-instant.ts';
import { parseCount, parseMilliseconds, parsePort } from './parse-number.ts';
import { readDataset } from './read-dataset.ts';
import { serve } from './serve.ts';
import { UsageError } from './usage-error.ts';
import { writeSettings } from './write-settings.ts';

/** Where OS2MO's own development environment listens. */
const USUAL_PORT = 5000;

const GENERATED = { units: 300, employees: 3000, seed: '1' } as const;

interface Os2moFlags {
  readonly dataset?: string;
  readonly units?: number;
  readonly employees?: number;
  readonly seed?: string;
  readonly settings?: string;
  readonly port: number;
  readonly latency: number;
  readonly objectLatency: number;
  readonly now?: string;
  readonly session?: string;
  readonly client?: readonly ClientFlag[];
}

const municipalityOf = ({ dataset, units, employees, seed, settings }: Os2moFlags): Dataset => {
  if (dataset !== undefined) {
    if (units !== undefined || employees !== undefined || seed !== undefined)
      throw new UsageError('Give either --dataset or --units, --employees and --seed, not both.');
    if (settings !== undefined) throw new UsageError('--settings goes with a generated municipality, not with --dataset.');
    return readDataset(dataset);
  }
  const size = { units: units ?? GENERATED.units, employees: employees ?? GENERATED.employees, seed: seed ?? GENERATED.seed };
  if (size.units === 0) throw new UsageError('A municipality needs one unit at least.');
  const generated = generateMunicipality(size);
  if (settings !== undefined) writeSettings(settings, municipalitySettings(generated));
  return generated;
};

const authOf = ({ session, client }: Os2moFlags): NonNullable<Os2moSimulatorOptions['auth']> => {
  if (session === undefined && client === undefined) return 'off';
  return { ...(session === undefined ? {} : { session }), ...(client === undefined ? {} : { clients: client }) };
};

/** `os2mo`: an OS2MO with a municipality from a file, or an invented one. */
export const os2moCommand = (out: (text: string) => void): Command =>
  new Command('os2mo')
    .summary('OS2MO with a municipality from a file or an invented one')
    .description(
      'An OS2MO that answers GraphQL for one municipality, from a dataset file or generated.\nWhat it was asked: /_sim/stats; change its data: PATCH /_sim/dataset; faults to order: /_sim/faults.',
    )
    .option('--dataset <file>', 'JSON file with the municipality')
    .option('--units <n>', `generate: units (default: ${GENERATED.units})`, parseCount)
    .option('--employees <n>', `generate: employees (default: ${GENERATED.employees})`, parseCount)
    .option('--seed <text>', `generate: the same text gives the same municipality (default: ${GENERATED.seed})`)
    .option('--settings <file>', 'generate: write the settings that fit to this file')
    .option('--port <n>', 'port on 127.0.0.1; 0 = any free one', parsePort, USUAL_PORT)
    .option('--latency <ms>', 'wait this long before each answer', parseMilliseconds, 0)
    .option('--object-latency <ms>', 'and this long for each object in it', parseMilliseconds, 0)
    .option('--now <instant>', "stop its clock here, ISO 8601 (default: the dataset's own clock, else the real one)", parseInstant)
    .option('--session <token>', 'let in who sends this in the session header (default: everybody)')
    .option('--client <id:secret>', 'let in who logs in as this Keycloak client, realm mo; may be given several times', parseClient)
    .addHelpText(
      'after',
      '\nExample:\n  npm run simulator -- os2mo --units 300 --employees 3000 --seed 1 --settings municipality-settings.json',
    )
    .action(async (flags: Os2moFlags) => {
      const { port, latency, objectLatency, now } = flags;
      const dataset = municipalityOf(flags);
      await serve({
        name: 'OS2MO',
        api: '/graphql/v30',
        port,
        out,
        start: () =>
          startOs2moSimulator({
            dataset,
            port,
            latency: { perRequestMs: latency, perObjectMs: objectLatency },
            auth: authOf(flags),
            ...(now === undefined ? {} : { now }),
          }),
      });
    });
