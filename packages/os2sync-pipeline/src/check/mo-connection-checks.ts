import { BridgeError } from '@os2bridge/model';
import { fine, wrong, type CheckDeps, type NamedCheck } from './named-check.ts';

/** Can we log in to OS2MO, and may we read everything the bridge reads? */
export const moConnectionChecks = ({ reader, settings }: CheckDeps): readonly NamedCheck[] => [
  {
    id: 'os2mo-login',
    name: 'OS2MO login',
    about: 'connection',
    run: async () => fine(`${settings.mo.baseUrl}, version ${await reader.version()}, GraphQL v${settings.mo.graphqlVersion}, ${LOGIN[settings.mo.login.kind]}`),
  },
  {
    id: 'os2mo-roles',
    name: 'OS2MO roles',
    about: 'connection',
    after: 'os2mo-login',
    run: async () => {
      const { topUnit, syncManagers, enableKle } = settings.rules;
      const some = [topUnit];
      // One question each, about a uuid that may well be none of theirs: OS2MO judges the access before it looks for anything.
      const reads: Record<string, () => Promise<unknown>> = {
        org_units: () => reader.unitsWithAncestors(some),
        persons: () => reader.persons(some),
        engagements: () => reader.engagements(some),
        itsystems: () => reader.itSystems(),
        itusers: () => Promise.all([reader.unitAccounts(some), reader.personAccounts(some)]),
        addresses: () => reader.unitAddresses(some),
        classes: () => reader.classes(some),
        ...(syncManagers ? { managers: () => reader.managers(some) } : {}),
        ...(enableKle ? { kles: () => reader.kles(some) } : {}),
      };
      const names = Object.keys(reads);
      const answers = await Promise.allSettled(Object.values(reads).map((read) => read()));
      const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
      const outage = refused.find((error) => !(error instanceof BridgeError) || error.code !== 'mo-role');
      if (outage !== undefined) throw outage;
      if (refused.length === 0) return fine(`may read ${names.join(', ')}`);
      const missing = names.filter((_name, at) => answers[at]?.status === 'rejected');
      return wrong(`may not read ${missing.join(', ')}`, [...new Set(refused.map((error) => (error as BridgeError).message))].join(' '));
    },
  },
];

const LOGIN = { keycloak: 'Keycloak client', session: 'session token', none: 'no login' } as const;
