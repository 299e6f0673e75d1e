import { parseUuid, type Uuid } from '@os2bridge/model';

/** An invented uuid; a higher number sorts later. */
export const uuid = (number: number): Uuid => parseUuid(`0bb1de00-0000-4000-8000-${String(number).padStart(12, '0')}`)!;
