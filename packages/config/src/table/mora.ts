import { httpAddress } from '../schemas/http-address.ts';
import { seconds, wholeNumber } from '../schemas/number.ts';
import { oneOf } from '../schemas/one-of.ts';
import { secret } from '../schemas/secret.ts';
import { text } from '../schemas/text.ts';
import { optional, withDefault } from './about.ts';

/** How OS2MO is reached. */
export const mora = {
  'mora.base': withDefault(httpAddress('http://localhost:5000'), 'http://localhost:5000', {
    type: 'http(s) address',
    meaning: 'The address of OS2MO, without `/graphql`.',
    source: 'seed',
    example: 'https://mo.example.dk',
  }),
  'mora.auth.server': optional(httpAddress('https://mo.example.dk/auth'), {
    type: 'http(s) address',
    meaning: 'The address of Keycloak, up to and with `/auth` where it has one. Needed with `mora.auth.client_id`.',
    source: 'os2bridge',
    example: 'https://mo.example.dk/auth',
  }),
  'mora.auth.realm': withDefault(text(), 'mo', {
    type: 'text',
    meaning: 'The realm in Keycloak.',
    source: 'os2bridge',
  }),
  'mora.auth.client_id': optional(text(), {
    type: 'text',
    meaning: 'The client to log in as (client credentials). Without it and without `crontab.SAML_TOKEN` nobody logs in.',
    source: 'os2bridge',
    example: 'os2bridge',
  }),
  'mora.auth.client_secret': optional(secret(), {
    type: 'text',
    meaning: 'The secret of that client. Needed with `mora.auth.client_id`.',
    source: 'os2bridge',
    example: '',
    confidential: 'secret',
  }),
  'mora.graphql_version': withDefault(oneOf(['25', '30'], '25 or 30'), 30, {
    type: '25 or 30',
    meaning: "The version of OS2MO's GraphQL interface. 25 is for an older OS2MO.",
    source: 'os2bridge',
  }),
  'mora.page_size': withDefault(wholeNumber(1, 5_000), 500, {
    type: 'whole number, 1 to 5000',
    meaning: 'Objects per page when everything is read.',
    source: 'os2bridge',
  }),
  'mora.timeout': withDefault(seconds(), 60, {
    type: 'seconds',
    meaning: 'How long one request to OS2MO may take.',
    source: 'os2bridge',
  }),
};
