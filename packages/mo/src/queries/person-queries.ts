import type { MoPerson } from '@os2bridge/model';
import { z } from 'zod';
import type { Collection } from '../graphql/collection.ts';
import { uuidField } from './uuid-field.ts';

const FIELDS = `objects { uuid current { user_key name given_name surname nickname nickname_given_name nickname_surname cpr_number } } page_info { next_cursor }`;

const row = z
  .object({
    uuid: uuidField,
    current: z
      .object({
        user_key: z.string(),
        name: z.string(),
        given_name: z.string(),
        surname: z.string(),
        nickname: z.string(),
        nickname_given_name: z.string().nullable(),
        nickname_surname: z.string().nullable(),
        cpr_number: z.string().nullable(),
      })
      .nullable(),
  })
  .transform(
    ({ uuid, current }): MoPerson | null =>
      current && {
        uuid,
        userKey: current.user_key,
        name: current.name,
        givenName: current.given_name,
        surname: current.surname,
        nickname: current.nickname,
        nicknameGivenName: current.nickname_given_name ?? '',
        nicknameSurname: current.nickname_surname ?? '',
        cpr: current.cpr_number,
      },
  );

/** Every person. `employees` is the name that every release has; `persons` came with 47.2.0. */
export const allPersonsQuery: Collection<MoPerson> = {
  operation: 'AllPersons',
  field: 'employees',
  text: `query AllPersons($limit: int, $cursor: Cursor) { employees(limit: $limit, cursor: $cursor) { ${FIELDS} } }`,
  row,
};

export const personsQuery: Collection<MoPerson> = {
  operation: 'Persons',
  field: 'employees',
  text: `query Persons($keys: [UUID!]) { employees(filter: { uuids: $keys }) { ${FIELDS} } }`,
  row,
};
