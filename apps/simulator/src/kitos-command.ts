import { DEFAULT_KITOS_ACCOUNT, generateKitos, type KitosDataset, kitosSettings, startKitosSimulator } from '@os2bridge/simulators';
import { Command, Option } from 'commander';
import { parseInstant } from './parse-instant.ts';
import { parseCount, parseMilliseconds, parsePort } from './parse-number.ts';
import { readKitosDataset } from './read-kitos-dataset.ts';
import { serve } from './serve.ts';
import { UsageError } from './usage-error.ts';
import { writeSettings } from './write-settings.ts';

/** Where Kitos' own development environment listens. */
const USUAL_PORT = 44300;

const GENERATED = { systems: 200, usages: 150, users: 400, seed: '1', cvr: '12345678' } as const;

interface KitosFlags {
  readonly dataset?: string;
  readonly systems?: number;
  readonly usages?: number;
  readonly users?: number;
  readonly seed?: string;
  readonly cvr?: string;
  readonly settings?: string;
  readonly port: number;
  readonly latency: number;
  readonly email: string;
  readonly password: string;
  readonly kitos: 'framework' | 'next';
  readonly now?: string;
}

const kitosOf = ({ dataset, systems, usages, users, seed, cvr, settings, email, password }: KitosFlags): KitosDataset => {
  if (dataset !== undefined) {
    if ([systems, usages, users, seed, cvr].some((flag) => flag !== undefined))
      throw new UsageError('Give either --dataset or --systems, --usages, --users, --seed and --cvr, not both.');
    if (settings !== undefined) throw new UsageError('--settings goes with a generated Kitos, not with --dataset.');
    return readKitosDataset(dataset);
  }
  const used = usages ?? Math.min(GENERATED.usages, systems ?? GENERATED.usages);
  const size = { systems: systems ?? Math.max(GENERATED.systems, used), usages: used, users: users ?? GENERATED.users };
  if (size.usages > size.systems) throw new UsageError('Each usage is of a system of its own: --systems must be at least --usages.');
  const generated = generateKitos({ ...size, seed: seed ?? GENERATED.seed, cvr: cvr ?? GENERATED.cvr });
  if (settings !== undefined)
    writeSettings(settings, { ...kitosSettings(generated.meta), 'di.kitosClient.email': email, 'di.kitosClient.password': password });
  return generated;
};

/** `kitos`: an OS2kitos with one municipality's systems from a file, or invented ones. */
export const kitosCommand = (out: (text: string) => void): Command =>
  new Command('kitos')
    .summary('OS2kitos with systems, usages and holders from a file or invented ones')
    .description(
      'An OS2kitos that answers its REST API, version 2, from a dataset file or generated.\nWhat it holds and was asked: /_sim/dataset, /_sim/log, /_sim/stats; changes as a person makes them: POST /_sim/changes; faults to order: /_sim/faults.',
    )
    .option('--dataset <file>', 'JSON file with organisations, users, roleTypes, systems, usages and deletions')
    .option('--systems <n>', `generate: systems (default: ${GENERATED.systems})`, parseCount)
    .option('--usages <n>', `generate: of them in use (default: ${GENERATED.usages})`, parseCount)
    .option('--users <n>', `generate: users (default: ${GENERATED.users})`, parseCount)
    .option('--seed <text>', `generate: the same text gives the same Kitos (default: ${GENERATED.seed})`)
    .option('--cvr <cvr>', `generate: the CVR number of the municipality (default: ${GENERATED.cvr})`)
    .option('--settings <file>', 'generate: write the settings that fit to this file')
    .option('--port <n>', 'port on 127.0.0.1; 0 = any free one', parsePort, USUAL_PORT)
    .option('--latency <ms>', 'wait this long before each answer', parseMilliseconds, 0)
    .option('--email <e-mail>', 'the service account', DEFAULT_KITOS_ACCOUNT.email)
    .option('--password <text>', 'its password', DEFAULT_KITOS_ACCOUNT.password)
    .addOption(
      new Option('--kitos <version>', "as Kitos is, or as the vendor's newer version is")
        .choices(['framework', 'next'])
        .default('framework'),
    )
    .option('--now <instant>', "stop its clock here, ISO 8601 (default: the dataset's own clock, else the real one)", parseInstant)
    .addHelpText('after', '\nExample:\n  npm run simulator -- kitos --systems 200 --usages 150 --settings kitos-settings.json')
    .action(async (flags: KitosFlags) => {
      const { port, latency, email, password, kitos, now } = flags;
      const dataset = kitosOf(flags);
      await serve({
        name: 'OS2kitos',
        api: '/api/v2',
        port,
        out,
        start: () =>
          startKitosSimulator({
            dataset,
            port,
            latency: { perRequestMs: latency },
            account: { email, password },
            version: kitos,
            ...(now === undefined ? {} : { now }),
          }),
      });
    });
