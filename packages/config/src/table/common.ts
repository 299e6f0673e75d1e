import { flag } from '../schemas/flag.ts';
import { headerSecret } from '../schemas/secret.ts';
import { numeralWhere } from '../schemas/text.ts';
import { optional, required, withDefault } from './about.ts';

/** Settings that other OS2MO programs read from the same file. */
export const common = {
  'municipality.cvr': required(
    numeralWhere('a CVR number of 8 digits', (text) => /^\d{8}$/.test(text)),
    {
      type: '8 digits',
      meaning: 'The CVR number of the municipality. Sent to OS2sync with every request.',
      source: 'seed',
      example: '12345678',
    },
  ),
  'crontab.RUN_OS2SYNC': withDefault(flag(), false, {
    type: 'true or false',
    meaning: 'Whether the scheduler starts a full sync at the times of `os2sync.cron`.',
    source: 'seed',
    example: true,
  }),
  'crontab.SAML_TOKEN': optional(headerSecret(), {
    type: 'text',
    meaning: 'A service token for OS2MO, sent as its `session` header. Not together with `mora.auth.client_id`.',
    source: 'seed',
    confidential: 'secret',
  }),
};
