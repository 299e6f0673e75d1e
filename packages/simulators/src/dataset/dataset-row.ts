import { z } from 'zod';

/** `YYYY-MM-DD`, or relative to the simulator's clock: `today`, `today-30d`, `today+10d`. Always midnight in Copenhagen. */
const datasetDate = z.string().regex(/^(\d{4}-\d{2}-\d{2}|today([+-]\d+d)?)$/, 'a date is YYYY-MM-DD, today, today-30d or today+10d');

const span = { from: datasetDate.nullish(), to: datasetDate.nullish() };

/** One row: its fields flat on the row, or in `validities` (then what is on the row holds for all of them). Unknown keys are kept. */
export const datasetRow = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.looseObject({
    uuid: z.uuid().toLowerCase(),
    ...span,
    ...shape,
    validities: z.array(z.looseObject({ ...span, ...shape })).optional(),
  });
