import { describe, expect, it } from 'vitest';
import { madePeople } from './testing/made-people.ts';
import { decodeTrainedRows, encodeTrainedRows, rowHash } from './trained-rows.ts';

const people = madePeople(50, 'female');
const strangers = madePeople(50, 'female', 9);

describe('trained rows', () => {
  it('recognise the people who were trained on, and nobody else', () => {
    const trained = decodeTrainedRows(encodeTrainedRows(people));
    expect(people.every((row) => trained.has(rowHash(row)))).toBe(true);
    expect(strangers.some((row) => trained.has(rowHash(row)))).toBe(false);
  });

  it('do not depend on the order of rows, nor on further columns', () => {
    const [first] = people as [(typeof people)[0]];
    const turned = { profile: first.profile, measurements: { hip: first.measurements.hip, chest: first.measurements.chest, waistNavel: first.measurements.waistNavel } };
    expect(rowHash(turned)).toBe(rowHash(first));
    expect(encodeTrainedRows(people.toReversed())).toEqual(encodeTrainedRows(people));
  });
});
