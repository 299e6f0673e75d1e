import type { MoClass, Uuid } from '@os2bridge/model';
import { report, type Desk } from './desk.ts';
import { Undecidable } from './undecidable.ts';

/**
 * The class with that uuid; an ended one counts with its last known state and is reported (sync-rules §1.7).
 * @throws Undecidable when MO does not know it in any time: guessing its scope or name could clear or leak a field.
 */
export const classOf = (desk: Desk, uuid: Uuid, usedAs: string): MoClass => {
  const found = desk.context.classes.get(uuid);
  if (!found) {
    throw new Undecidable(
      'unknown-class',
      `OS2MO does not know the class ${uuid}, which is used as ${usedAs}. Choose another class in OS2MO`,
    );
  }
  if (found.ended) report(desk, 'ended-class', { field: usedAs, uuid });
  return found;
};
