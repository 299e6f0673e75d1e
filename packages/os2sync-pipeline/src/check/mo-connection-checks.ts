import { BridgeError } from '@os2bridge/model';
import { fine, wrong, type CheckDeps, type NamedCheck } from './named-check.ts';

/** Can we log in to OS2MO, and may we read everything the bridge reads? */
export const moConnectionChecks = ({ reader, settings }: CheckDeps): readonly NamedCheck[] => [
  {
    id: 'os2mo-login',
    name: 'OS2MO login',
    about: 'connection',
    run: async () =>
      fine(
        `${settings.mo.baseUrl}, version ${await reader.version()}, GraphQL v${settings.mo.graphqlVersion}, ${LOGIN[settings.mo.login.kind]}`,
      ),
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
      const missing: string[] = [];
      const remedies = new Set<string>();
      for (const [at, answer] of answers.entries()) {
        if (answer.status === 'fulfilled') continue;
        // Anything but a refusal is an outage, and no role would help.
        if (!(answer.reason instanceof BridgeError)) throw new Error('unexpected failure of a read', { cause: answer.reason });
        if (answer.reason.code !== 'mo-role') throw answer.reason;
        missing.push(names[at] ?? '');
        remedies.add(answer.reason.message);
      }
      return missing.length === 0
        ? fine(`may read ${names.join(', ')}`)
        : wrong(`may not read ${missing.join(', ')}`, [...remedies].join(' '));
    },
  },
];

const LOGIN = { keycloak: 'Keycloak client', session: 'session token', none: 'no login' } as const;
