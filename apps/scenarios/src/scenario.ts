import { datasetSchema } from '@os2bridge/simulators';
import { z } from 'zod';

const kind = z.enum(['orgunit', 'user']);
/** Anything that looks like a uuid, in lower case as we keep them; a scenario may well use odd ones. */
const uuidText = z.string().toLowerCase();

const expectedDecision = z.strictObject({
  kind,
  mo: uuidText.optional(),
  fk: uuidText.optional(),
  verdict: z.enum(['create', 'update', 'unchanged', 'delete', 'ignore', 'error']),
  /** Must be among the decision's reasons. */
  reason: z.string().optional(),
  /** These fields must equal. */
  payload: z.record(z.string(), z.unknown()).optional(),
});

const expectation = z
  .strictObject({
    decisions: z.array(expectedDecision).optional(),
    /** No other decision, `ignore` excepted. */
    exhaustive: z.boolean().default(true),
    run: z.enum(['done', 'awaiting-approval', 'failed']).optional(),
    /** Start-up must refuse and name this key. */
    settings_error: z.string().optional(),
  })
  .refine(({ decisions, settings_error }) => (decisions === undefined) !== (settings_error === undefined), {
    error: 'either decisions or settings_error is expected',
  });

/** A full registration as OS2sync gives it; only its uuid matters to us. */
const registration = z.looseObject({ Uuid: z.string() });

const scenarioSchema = z.looseObject({
  id: z.string(),
  area: z.string().default(''),
  name: z.string().default(''),
  why: z.string().default(''),
  settings: z.record(z.string(), z.unknown()).default({}),
  dataset: datasetSchema.default(() => datasetSchema.parse({})),
  fk: z
    .looseObject({ orgunits: z.array(registration).default([]), users: z.array(registration).default([]) })
    .default({ orgunits: [], users: [] }),
  ledger: z.array(z.looseObject({ kind, fk: uuidText, mo: uuidText, payload: z.record(z.string(), z.unknown()) })).default([]),
  expect: expectation,
});

/** One scenario file entry: a small municipality, settings, and what the plan must say (FORMAT.md of the scenarios). */
export type Scenario = z.output<typeof scenarioSchema>;
export type ExpectedDecision = z.output<typeof expectedDecision>;
export type Expectation = Scenario['expect'];

/** A file holds one scenario or an array of them. */
export const scenarioFileSchema = z.preprocess(
  (content: unknown): unknown => (Array.isArray(content) ? content : [content]),
  z.array(scenarioSchema),
);
