import type { Decision, FkUser } from '@os2bridge/model';
import { describe, expect, it } from 'vitest';
import { asDuplicate, resolveClaims } from '../src/index.ts';
import {
  account,
  AD,
  ADA,
  decidePerson,
  engagement,
  engagementId,
  FK_ORG,
  fkId,
  person,
  personId,
  sent,
  told,
  unit,
  unitId,
} from './municipality.ts';

const rules = { uuidSystems: ['FK Organisation'] };
const claiming = (n: number): Decision<FkUser> =>
  sent(
    decidePerson({ rules }, { person: person({ uuid: personId(n) }), accounts: [account(n, FK_ORG, fkId(1), { person: personId(n) })] }),
  );

describe('two claims on one FK uuid (sync-rules §1.3)', () => {
  it('the lowest MO uuid keeps it, in whatever order they come', () => {
    for (const order of [
      [1, 2, 3],
      [3, 2, 1],
      [2, 1, 3],
    ]) {
      const settled = resolveClaims(order.map(claiming));
      expect(settled.map((decision) => decision.mo)).toEqual(order.map(personId));
      expect(settled.filter((decision) => decision.verdict === 'upsert').map((decision) => decision.mo)).toEqual([personId(1)]);
      expect(new Set(settled.filter((decision) => decision.verdict === 'error').map(told))).toEqual(new Set(['error duplicate-fk-uuid']));
    }
  });

  it('a person’s own MO uuid is a claim like any other', () => {
    const plain = sent(decidePerson({ rules }, { person: person({ uuid: personId(2) }) }));
    const taker = sent(
      decidePerson(
        { rules },
        { person: person({ uuid: personId(1) }), accounts: [account(1, FK_ORG, personId(2), { person: personId(1) })] },
      ),
    );
    expect(resolveClaims([taker, plain]).map(told)).toEqual(['upsert has-position', 'error duplicate-fk-uuid']);
  });

  it('who is not sent claims nothing', () => {
    const ignored: Decision<FkUser> = {
      kind: 'user',
      mo: personId(1),
      fk: fkId(1),
      verdict: 'ignore',
      reasons: ['no-position'],
      reports: [],
    };
    expect(resolveClaims([ignored, claiming(2)]).map(told)).toEqual(['ignore no-position', 'upsert has-position']);
  });

  it('within a person the first group that would be sent keeps it', () => {
    const engagements = [engagement(1, { unit: unitId(1) }), engagement(2, { unit: unitId(2) }), engagement(3, { unit: unitId(2) })];
    const units = [unit(0, null), unit(1, 0), unit(2, 0)];
    const accounts = [1, 2, 3].map((n) => account(n, AD, `ab${n}`, { person: ADA, engagements: [engagementId(n)] }));
    expect(decidePerson({ rules, units }, { engagements, accounts }).map(told)).toEqual([
      'upsert has-position',
      'error duplicate-fk-uuid',
      'error duplicate-fk-uuid',
    ]);
    expect(decidePerson({ rules: { ...rules, filteredUnits: [unitId(1)] }, units }, { engagements, accounts }).map(told)).toEqual([
      'ignore no-position',
      'upsert has-position',
      'error duplicate-fk-uuid',
    ]);
  });

  it('the loser is told who keeps it', () => {
    const loser = asDuplicate(sent(claiming(2)), personId(1));
    expect(loser).toMatchObject({ kind: 'user', mo: personId(2), fk: fkId(1), verdict: 'error', reasons: ['duplicate-fk-uuid'] });
    for (const uuid of [fkId(1), personId(1), personId(2)]) expect(loser.message).toContain(uuid);
  });
});
