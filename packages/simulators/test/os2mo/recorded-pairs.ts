import { sharedFolder } from '@os2bridge/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { type DatasetInput, datasetSchema } from '../../src/dataset/dataset.ts';

const shared = sharedFolder();
const SHARED = `${shared}/os2mo/`;

const pair = z.looseObject({
  name: z.string(),
  graphql_version: z.int().nullable(),
  precondition: z.string(),
  auth: z.looseObject({
    kind: z.string(),
    token: z.string().optional(),
    roles: z.union([z.string(), z.array(z.string())]).optional(),
    uuid: z.string().optional(),
  }),
  request: z.looseObject({
    method: z.string(),
    path: z.string(),
    query: z.string().optional(),
    variables: z.record(z.string(), z.unknown()).optional(),
    raw_body: z.string().optional(),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  response: z.looseObject({ status: z.int(), headers: z.record(z.string(), z.string()).default({}), body: z.unknown() }),
  volatile: z.array(z.string()).default([]),
  bindings: z.record(z.string(), z.string()).default({}),
  unordered: z.array(z.string()).default([]),
  soft: z.array(z.string()).default([]),
  body_is_prefix: z.boolean().optional(),
});

/** A request to a real OS2MO and its answer, recorded (os2mo/README.md of the shared folder). */
export type RecordedPair = z.output<typeof pair> & { readonly number: string };

/** Whether the recordings are on this machine; they are no part of the product. */
export const recordingsAreHere = shared !== null;

export const recordedPairs = (): readonly RecordedPair[] =>
  recordingsAreHere
    ? readdirSync(`${SHARED}pairs`)
        .toSorted()
        .map((file) => ({ ...pair.parse(JSON.parse(readFileSync(`${SHARED}pairs/${file}`, 'utf8'))), number: file.slice(0, 3) }))
    : [];

export const recordedDataset = (): DatasetInput => datasetSchema.parse(JSON.parse(readFileSync(`${SHARED}dataset.json`, 'utf8')));

export const recordedSdl = (version: 25 | 30): string => readFileSync(`${SHARED}sdl/s${version}.graphql`, 'utf8');
