import { describe, expect, it } from 'vitest';
import { parseOptions } from '../src/options.ts';
import { jsonOf, summaryOf, textOf } from '../src/report.ts';

const scenario = { id: 'UA-001', area: 'unit-address', name: 'An e-mail', why: '1.2' };
const passed = { scenario, differences: [], milliseconds: 12.4 };
const failed = { scenario, differences: ['differs: x\n  Name: y'], milliseconds: 3 };

describe('the report', () => {
  it('ends with the sums', () => {
    expect(summaryOf([passed, failed, passed], false)).toBe('2 passed, 1 failed');
    expect(summaryOf([passed], true)).toBe('{"passed":1,"failed":0}');
  });

  it('gives a passed scenario one line with its time', () => {
    expect(textOf(passed)).toBe('ok     UA-001      12 ms  An e-mail');
  });

  it('shows below a failed one what differs, and the rule', () => {
    expect(textOf(failed).split('\n')).toEqual([
      'FAILED UA-001       3 ms  An e-mail',
      '       (unit-address; 1.2)',
      '       differs: x',
      '         Name: y',
    ]);
  });

  it('is one object per line for programs', () => {
    expect(JSON.parse(jsonOf(failed))).toMatchObject({ id: 'UA-001', passed: false, differences: ['differs: x\n  Name: y'] });
  });
});

describe('the arguments', () => {
  it('are paths, ids and switches', () => {
    expect(parseOptions(['a.json', '--only', 'A,B', '--only=C', '--json', 'dir'])).toEqual({
      paths: ['a.json', 'dir'],
      only: ['A', 'B', 'C'],
      json: true,
      help: false,
    });
  });

  it('that are unknown are refused', () => {
    expect(() => parseOptions(['--jsn'])).toThrow(TypeError);
  });
});
