import { parseUuid, type Uuid } from '@os2bridge/model';

/** An invented uuid; the first digit says what it is of. */
const make =
  (kind: string) =>
  (number: number): Uuid =>
    parseUuid(`${kind}0000000-0000-4000-8000-${String(number).padStart(12, '0')}`)!;

export const id = { org: make('1')(1), company: make('1')(2), user: make('2'), role: make('3'), system: make('4'), usage: make('5') };

export const OWNER = id.role(1);
export const RESPONSIBLE = id.role(2);
