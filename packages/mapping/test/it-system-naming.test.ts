import { describe, expect, it } from 'vitest';
import { systemsNamed } from '../src/index.ts';
import { AD, account, ADA, AD_GUID, CASES, codesOf, decidePerson, FK_ORG, payloadOf, sent, systemId } from './municipality.ts';

const ALL = [AD, FK_ORG, AD_GUID, CASES];

describe('naming an it system (sync-rules §1.1)', () => {
  it.each(['FK Organisation', 'FK-ORG-UUID', FK_ORG.uuid, FK_ORG.uuid.toUpperCase(), '  FK Organisation '])(
    'by name, user key or uuid, trimmed: %j',
    (name) => {
      expect(systemsNamed([name], ALL)).toEqual([FK_ORG.uuid]);
    },
  );

  it.each(['FK', 'fk organisation', 'FK Organisation 2', ''])('exactly: %j names nothing', (name) => {
    expect(systemsNamed([name], ALL)).toEqual([]);
  });

  it('in order of preference, each once', () => {
    expect(systemsNamed(['ESDH', 'FK Organisation', 'Sagssystem', 'AD'], ALL)).toEqual([CASES.uuid, FK_ORG.uuid, AD.uuid]);
  });

  it('an ended system counts with its last known name and is reported', () => {
    const old = { uuid: systemId(9), userKey: 'OLD-AD', name: 'Gammelt AD', ended: true };
    const decision = sent(
      decidePerson(
        { systems: [old], rules: { userKeySystems: ['Gammelt AD'] } },
        { accounts: [account(1, old, 'aabæk', { person: ADA })] },
      ),
    );
    expect(payloadOf(decision).UserId).toBe('aabæk');
    expect(decision.reports).toContainEqual({ code: 'ended-it-system', uuid: old.uuid });
    expect(codesOf(decision)).toHaveLength(1);
  });
});
