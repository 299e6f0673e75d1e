import { describe, expect, it } from 'vitest';
import { codesOf, decideUnit, klass, kle, payloadOf, told } from './municipality.ts';

const A = klass(1, { userKey: '00.01.00' });
const B = klass(2, { userKey: '28.06.00' });
const DOES = klass(3, { name: 'Udførende' });
const OWNS = klass(4, { name: 'Ansvarlig' });
const SEES = klass(5, { name: 'Indsigt' });
const world = { classes: [A, B, DOES, OWNS, SEES] };
const split = { ...world, rules: { contactForTasks: true } };

describe('KLE as tasks (sync-rules §1.2)', () => {
  it('every number is a task by default, whatever its aspect, unique and sorted', () => {
    const kles = [kle(1, B, SEES), kle(2, A), kle(3, B, OWNS)];
    const payload = payloadOf(decideUnit(world, { kles }));
    expect(payload.Tasks).toEqual([A.uuid, B.uuid]);
    expect(payload).not.toHaveProperty('ContactForTasks');
  });

  it('with use_contact_for_tasks the aspect decides and others are dropped', () => {
    const kles = [kle(1, B, OWNS), kle(2, A, DOES), kle(3, A, SEES)];
    expect(payloadOf(decideUnit(split, { kles }))).toMatchObject({ Tasks: [A.uuid], ContactForTasks: [B.uuid] });
    expect(payloadOf(decideUnit(split, { kles: [kle(1, A, SEES)] }))).toMatchObject({ Tasks: [], ContactForTasks: [] });
  });

  it('a relation with both aspects is both', () => {
    expect(payloadOf(decideUnit(split, { kles: [kle(1, A, DOES, OWNS, SEES)] }))).toMatchObject({
      Tasks: [A.uuid],
      ContactForTasks: [A.uuid],
    });
  });

  it('a relation without a number is skipped and reported, the unit is sent', () => {
    const decision = decideUnit(world, { kles: [kle(1, null, DOES), kle(2, A)] });
    expect(payloadOf(decision).Tasks).toEqual([A.uuid]);
    expect(decision.reports).toEqual([{ code: 'kle-without-number', uuid: kle(1, null).uuid }]);
  });

  it('a relation without an aspect is skipped and reported only where aspects decide', () => {
    const kles = [kle(1, A), kle(2, B, DOES)];
    const decision = decideUnit(split, { kles });
    expect(payloadOf(decision).Tasks).toEqual([B.uuid]);
    expect(codesOf(decision)).toEqual(['kle-without-aspect']);
    expect(codesOf(decideUnit(world, { kles }))).toEqual([]);
  });

  it('is left out of the payload with enable_kle false', () => {
    const payload = payloadOf(decideUnit({ ...world, rules: { enableKle: false, contactForTasks: true } }, { kles: [kle(1, A, DOES)] }));
    expect(payload).not.toHaveProperty('Tasks');
    expect(payload).not.toHaveProperty('ContactForTasks');
  });

  it('an ended number or aspect counts and is reported; an unknown aspect is an error', () => {
    const oldNumber = klass(6, { ended: true });
    const oldAspect = klass(7, { name: 'Udførende', ended: true });
    const decision = decideUnit({ ...split, classes: [oldNumber, oldAspect] }, { kles: [kle(1, oldNumber, oldAspect)] });
    expect(payloadOf(decision).Tasks).toEqual([oldNumber.uuid]);
    expect(codesOf(decision)).toEqual(['ended-class', 'ended-class']);
    expect(told(decideUnit(split, { kles: [kle(1, A, klass(50))] }))).toBe('error unknown-class');
  });
});
