import { describe, expect, it } from 'vitest';
import { canonicalPayload, lookupFields } from '../src/index.ts';
import { FK_ORG_TABLE, fkId, rulesWith } from './municipality.ts';

describe('comparing payloads', () => {
  it('nothing is nothing, however it is written, at every level', () => {
    const bare = canonicalPayload({ Name: 'Å', Person: { Name: 'B' } });
    expect(canonicalPayload({ Person: { Cpr: null, Name: 'B' }, Tasks: [], Email: null, Url: undefined, Name: 'Å' })).toBe(bare);
    expect(canonicalPayload({ Name: 'Å', Person: { Name: 'B', Cpr: '1' } })).not.toBe(bare);
  });

  it('lists of uuids have no order, positions have', () => {
    expect(canonicalPayload({ Tasks: [fkId(2), fkId(1)] })).toBe(canonicalPayload({ Tasks: [fkId(1), fkId(2)] }));
    const [a, b] = [{ Name: 'A', StopDate: null }, { Name: 'B' }];
    expect(canonicalPayload({ Positions: [a, b] })).toBe(canonicalPayload({ Positions: [{ Name: 'A' }, b] }));
    expect(canonicalPayload({ Positions: [a, b] })).not.toBe(canonicalPayload({ Positions: [b, a] }));
  });

  it('does not change what it compares', () => {
    const tasks = [fkId(2), fkId(1)];
    canonicalPayload({ tasks });
    expect(tasks).toEqual([fkId(2), fkId(1)]);
  });

  it('can leave fields out, so that a failing look-up changes nothing', () => {
    expect(canonicalPayload({ Name: 'A', Post: 'Gade 1' }, ['Post'])).toBe(canonicalPayload({ Name: 'A' }, ['Post']));
  });

  it('knows which fields are looked up under the settings', () => {
    expect(lookupFields(rulesWith())).toEqual({ orgunit: ['Post'], user: [] });
    expect(lookupFields(rulesWith({ addressRules: FK_ORG_TABLE, engagementAddressTitles: ['Postadresse'] }))).toEqual({
      orgunit: ['Contact', 'Location', 'Post'],
      user: ['Location'],
    });
  });
});
