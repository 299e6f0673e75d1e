/**
 * Which packages of ours a package may import in `src` (design.md §1: dependencies point one way). Apps may import anything.
 * A new package gets its line here; a package without one may import nothing of ours.
 */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  config: ['model'],
  logging: ['model'],
  redis: ['model', 'config', 'logging'],
  mapping: ['model', 'config'],
  mo: ['model', 'config', 'logging'],
  os2sync: ['model', 'config', 'logging'],
  kitos: ['model', 'logging'],
  rollekatalog: ['model', 'logging'],
  jobs: ['model', 'config', 'logging', 'redis'],
  reconcile: ['model', 'config', 'logging', 'redis'],
  'os2sync-pipeline': ['model', 'config', 'logging', 'redis', 'mapping', 'mo', 'os2sync', 'jobs', 'reconcile'],
  simulators: ['model'],
  testing: ['model'],
  stage: [
    'model',
    'config',
    'logging',
    'redis',
    'mapping',
    'mo',
    'os2sync',
    'jobs',
    'reconcile',
    'os2sync-pipeline',
    'simulators',
    'testing',
  ],
};

/** What a package's tests may import besides. */
export const testsMayImport: readonly string[] = ['simulators', 'testing', 'stage'];

/** Packages that only compute: the same input gives the same output, on any machine. */
export const purePackages: readonly string[] = ['model', 'mapping'];

/** What a pure package may not import: everything that reaches out of the process or keeps state elsewhere. */
export const inputAndOutput: readonly string[] = [
  'node:child_process',
  'node:cluster',
  'node:dgram',
  'node:dns',
  'node:fs',
  'node:fs/promises',
  'node:http',
  'node:http2',
  'node:https',
  'node:net',
  'node:os',
  'node:process',
  'node:readline',
  'node:tls',
  'node:worker_threads',
  'bullmq',
  'fastify',
  'got',
  'ioredis',
  'undici',
  'winston',
];

/** The middle file of `src` may have no more lines than this; the largest (350) is oxlint's max-lines. */
export const medianLines = 80;
