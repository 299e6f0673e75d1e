import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Os2moSimulator, startOs2moSimulator } from '../../src/os2mo/start-os2mo-simulator.ts';
import { ask } from './ask.ts';
import { id, ids, smallTown } from './small-town.ts';

let mo: Os2moSimulator;
beforeAll(async () => {
  mo = await startOs2moSimulator({ dataset: smallTown });
});
afterAll(() => mo.close());

describe('windows', () => {
  it('hide by default what has ended today, and show it as current in an all-time filter from v29 on', async () => {
    const query = `query($u:[UUID!]){now:org_units(filter:{uuids:$u}){objects{uuid}}}`;
    const all = `query($u:[UUID!]){org_units(filter:{uuids:$u,from_date:null,to_date:null}){objects{current{name} validities{name validity{to}}}}}`;
    const variables = { u: [ids.library] };
    expect((await ask(mo, query, { variables })).at('now.objects')).toEqual([]);
    const now = await ask(mo, all, { variables });
    expect(now.at('org_units.objects[0].current')).toEqual({ name: 'Borgerhus' });
    expect(now.at('org_units.objects[0].validities[1].validity.to')).toBe('2026-11-22T00:00:00+01:00');
    const old = await ask(mo, all, { variables, version: 28 });
    expect(old.at('org_units.objects[0].current')).toBeNull();
    expect(old.at('org_units.objects[0].validities[1].validity.to')).toBe('2026-11-21T00:00:00+01:00');
  });

  it('with arguments of validities do not depend on the filter', async () => {
    const answer = await ask(
      mo,
      `query($u:[UUID!]){engagements(filter:{uuids:$u,to_date:null}){objects{current{uuid} validities{validity{from}}
        all:validities(start:null,end:null){validity{from}} past:current(at:"2021-01-01"){user_key}}}}`,
      { variables: { u: [id(102)] } },
    );
    expect(answer.at('engagements.objects[0].current')).toBeNull();
    expect(answer.at('engagements.objects[0].validities')).toHaveLength(1);
    expect(answer.at('engagements.objects[0].all')).toHaveLength(2);
    expect(answer.at('engagements.objects[0].past')).toEqual({ user_key: 'kok-1' });
  });

  it('refuse a start of ever without an end', async () => {
    const answer = await ask(mo, '{org_units(filter:{from_date:null}){objects{uuid}}}');
    expect(answer.data).toBeNull();
    expect(answer.errors[0]?.message).toBe('Cannot infer UNSET to_date from interval starting at -infinity');
  });
});

describe('filters', () => {
  it('ancestor selects a subtree with its top, descendant the way up', async () => {
    const answer = await ask(
      mo,
      `query($t:[UUID!],$c:[UUID!]){below:org_units(filter:{ancestor:{uuids:$t}}){objects{uuid}} above:org_units(filter:{descendant:{uuids:$c}}){objects{uuid}}}`,
      { variables: { t: [ids.school], c: [ids.canteen] } },
    );
    expect(answer.at('below.objects[*].uuid')).toEqual([ids.school, ids.canteen]);
    expect(answer.at('above.objects[*].uuid')).toEqual([ids.town, ids.school, ids.canteen]);
  });

  it('parent null selects roots, child null leaves', async () => {
    const answer = await ask(
      mo,
      '{roots:org_units(filter:{parent:null}){objects{uuid}} leaves:org_units(filter:{child:null}){objects{uuid}}}',
    );
    expect(answer.at('roots.objects[*].uuid')).toEqual([ids.town, ids.payroll]);
    expect(answer.at('leaves.objects[*].uuid')).toEqual([ids.canteen, ids.payroll]);
  });

  it('reach through several collections, each with its own window', async () => {
    const answer = await ask(
      mo,
      `query($t:[UUID!]){itusers(filter:{engagement:{org_unit:{ancestor:{uuids:$t}}}}){objects{uuid}}
        addresses(filter:{ituser:{itsystem:{user_keys:["AD"]}},address_type:{scope:["EMAIL"]}}){objects{uuid}}
        engagements(filter:{to_date:null,org_unit:{ancestor:{uuids:$t}}}){objects{uuid}}}`,
      { variables: { t: [ids.town] } },
    );
    expect(answer.at('itusers.objects[*].uuid')).toEqual([ids.asaAd]);
    expect(answer.at('addresses.objects[*].uuid')).toEqual([ids.asaMail]);
    expect(answer.at('engagements.objects[*].uuid')).toEqual([id(101), id(102)]);
  });

  it('an empty list selects nothing, null does not restrict', async () => {
    const answer = await ask(mo, '{none:persons(filter:{uuids:[]}){objects{uuid}} all:persons(filter:{uuids:null}){objects{uuid}}}');
    expect(answer.at('none.objects')).toEqual([]);
    expect(answer.at('all.objects[*].uuid')).toEqual([ids.asa, ids.bo]);
  });

  it('ituser null selects persons without an account now', async () => {
    const answer = await ask(mo, '{persons(filter:{ituser:null}){objects{uuid}}}');
    expect(answer.at('persons.objects[*].uuid')).toEqual([ids.bo]);
  });

  it('external_ids null means something from v30 on only', async () => {
    const query = '{itusers(filter:{external_ids:null}){objects{uuid}}}';
    expect((await ask(mo, query)).at('itusers.objects[*].uuid')).toEqual([ids.asaOld]);
    expect((await ask(mo, query, { version: 29 })).at('itusers.objects[*].uuid')).toEqual([ids.asaAd, ids.asaOld]);
  });
});

describe('paging', () => {
  const walk = async (limit: number): Promise<unknown[]> => {
    const pages: unknown[] = [];
    let cursor: unknown = null;
    do {
      const variables = { l: limit, c: cursor };
      const answer = await ask(mo, 'query($l:int,$c:Cursor){org_units(limit:$l,cursor:$c){objects{uuid} page_info{next_cursor}}}', {
        variables,
      });
      pages.push(answer.at('org_units.objects[*].uuid'));
      cursor = answer.at('org_units.page_info.next_cursor');
    } while (cursor !== null);
    return pages;
  };

  it('goes by uuid and ends without an empty page', async () => {
    expect(await walk(2)).toEqual([
      [ids.town, ids.school],
      [ids.canteen, ids.payroll],
    ]);
  });

  it('answers nothing to a limit of 0 or less', async () => {
    expect(await walk(0)).toEqual([[]]);
    expect(await walk(-1)).toEqual([[]]);
  });

  it('refuses a cursor it never made, and the scalar Int', async () => {
    const bad = await ask(mo, 'query($c:Cursor){persons(cursor:$c){objects{uuid}}}', { variables: { c: 'abc' } });
    const int = await ask(mo, 'query($l:Int){persons(limit:$l){objects{uuid}}}', { variables: { l: 1 } });
    expect([bad.data, int.data]).toEqual([null, null]);
    expect(int.errors[0]?.message).toContain('int');
  });
});

describe('references', () => {
  it('that must not be null wipe out current when their target has ended; containers do not', async () => {
    const hard = await ask(mo, '{itusers{objects{uuid current{itsystem{name}}}}}');
    expect(hard.at('itusers.objects')).toEqual([
      { uuid: ids.asaAd, current: { itsystem: { name: 'Active Directory' } } },
      { uuid: ids.asaOld, current: null },
    ]);
    expect(hard.errors[0]?.path).toEqual(['itusers', 'objects', 1, 'current', 'itsystem']);
    const soft = await ask(mo, '{itusers{objects{current{itsystem_uuid itsystem_response{uuid current{name}}}}}}');
    expect(soft.errors).toEqual([]);
    expect(soft.at('itusers.objects[1].current.itsystem_response')).toEqual({ uuid: ids.oldSystem, current: null });
  });

  it('of a manager tell vacant (null) from a person who is gone ([])', async () => {
    const answer = await ask(mo, '{managers{objects{current{user_key employee_uuid person{name} person_response{uuid current{name}}}}}}');
    expect(answer.at('managers.objects[*].current')).toEqual([
      { user_key: 'ledig', employee_uuid: null, person: null, person_response: null },
      { user_key: 'slettet', employee_uuid: id(999), person: [], person_response: { uuid: id(999), current: null } },
    ]);
  });

  it('of a KLE without number or aspects are empty lists, and errors where they must not be null', async () => {
    const lists = await ask(mo, '{kles{objects{current{kle_number{name} kle_aspects{name} kle_aspect_uuids}}}}');
    expect(lists.at('kles.objects[0].current')).toEqual({ kle_number: [], kle_aspects: [], kle_aspect_uuids: [] });
    for (const field of ['kle_number_uuid', 'kle_number_response{uuid}']) {
      const answer = await ask(mo, `{kles{objects{current{${field}}}}}`);
      expect(answer.at('kles.objects[0].current')).toBeNull();
      expect(answer.errors).toHaveLength(1);
    }
  });

  it('inherited managers come from the nearest unit that has a post, vacant or not', async () => {
    const answer = await ask(
      mo,
      `query($u:[UUID!]){org_units(filter:{uuids:$u}){objects{current{managers{user_key} inherited:managers(inherit:true){user_key}}}}}`,
      {
        variables: { u: [ids.canteen] },
      },
    );
    expect(answer.at('org_units.objects[0].current')).toEqual({ managers: [], inherited: [{ user_key: 'ledig' }] });
  });

  it('root_response fails for a unit that ever lay under two roots, root does not', async () => {
    const answer = await ask(
      mo,
      `query($u:[UUID!]){org_units(filter:{uuids:$u,from_date:"2025-06-01",to_date:null}){objects{validities{root(filter:{from_date:"2025-06-01"}){uuid} root_response{uuid}}}}}`,
      { variables: { u: [ids.library] } },
    );
    expect(answer.at('org_units.objects[0].validities')).toEqual([{ root: [{ uuid: ids.payroll }], root_response: null }]);
    expect(answer.errors).toHaveLength(1);
  });

  it('show the organisation as the parent of a top unit up to v27', async () => {
    const query = '{org_units(filter:{parent:null}){objects{current{parent_uuid parent{uuid}}}}}';
    expect((await ask(mo, query, { version: 27 })).at('org_units.objects[0].current.parent_uuid')).toMatch(/^0e5e/);
    expect((await ask(mo, query, { version: 28 })).at('org_units.objects[0].current.parent_uuid')).toBeNull();
  });
});

describe('texts', () => {
  it('trim the joined name only, and a missing nickname is an empty text', async () => {
    const answer = await ask(mo, '{persons{objects{current{name given_name nickname nickname_given_name}}}}');
    expect(answer.at('persons.objects[*].current')).toEqual([
      { name: 'Åsa Ærøskøbing', given_name: 'Åsa', nickname: 'Ærø', nickname_given_name: '' },
      { name: 'Bo  Bødker', given_name: ' Bo ', nickname: '', nickname_given_name: '' },
    ]);
  });

  it('of a DAR address come from the row, and a failing look-up is a null name with an error', async () => {
    const answer = await ask(mo, '{addresses(filter:{address_type:{scope:["DAR"]}}){objects{uuid current{name value}}}}');
    expect(answer.at('addresses.objects')).toEqual([
      { uuid: ids.schoolDar, current: { name: 'Bakken 1, 9999 Lilleby', value: id(900) } },
      { uuid: ids.brokenDar, current: { name: null, value: id(901) } },
    ]);
    expect(answer.errors.map(({ path }) => path)).toEqual([['addresses', 'objects', 1, 'current', 'name']]);
  });

  it('primary follows the scope of the primary class', async () => {
    const answer = await ask(mo, '{engagements(filter:{to_date:null}){objects{validities{is_primary extension_3}}}}');
    expect(answer.at('engagements.objects[*].validities[0]')).toEqual([
      { is_primary: true, extension_3: 'Klasselærer' },
      { is_primary: false, extension_3: null },
    ]);
  });
});
