import type { Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

const NAME_LENGTH = 255;

/**
 * One row in Rollekatalog's audit log about an IT system, in Danish like the rest of it. Only these spellings of the types: Rollekatalog reads them into
 * an enumeration, and one it does not know breaks its page (facts/rollekatalog.md §2.7).
 */
export const writeAudit = async (
  trx: Transaction<Tables>,
  itSystem: { readonly id: number; readonly name: string },
  description: string,
): Promise<void> => {
  const row = {
    ip_address: '',
    username: 'os2bridge',
    entity_type: 'ITSYSTEM',
    entity_id: String(itSystem.id),
    entity_name: [...itSystem.name].slice(0, NAME_LENGTH).join(''),
    event_type: 'UPDATE',
    description,
  };
  await trx.insertInto('audit_log').values(row).execute();
};
