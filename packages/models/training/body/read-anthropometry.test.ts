import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readNhanes } from './read-anthropometry.ts';

const folder = mkdtempSync(join(tmpdir(), 'nhanes-'));
const PEOPLE = ['SEQN,RIAGENDR,RIDAGEYR,RIDEXPRG', '1,2,70,.', '2,1,30,.', '3,2,28,1', '4,1,12,.', '5,1,40,.'];
const BODIES = ['SEQN,BMXHT,BMXWT,BMXARMC,BMXWAIST,BMXHIP', '1.0,160,70,31,95,108', '2.0,180,80,33,,101', '3.0,165,75,30,100,105', '4.0,150,45,25,70,80', '5.0,,80,33,95,101'];

beforeAll(() => {
  mkdirSync(join(folder, 'anthropometry'));
  writeFileSync(join(folder, 'anthropometry/nhanes-2017-demographics.csv'), PEOPLE.join('\n'));
  writeFileSync(join(folder, 'anthropometry/nhanes-2017-body.csv'), BODIES.join('\r\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('readNhanes', () => {
  it('reads adults with height and weight, not pregnant, and what was taped of them', () => {
    expect(readNhanes(folder)).toEqual([
      { profile: { statureCm: 160, massKg: 70, ageYears: 70, sex: 'female' }, measurements: { upperArm: 31, waistNavel: 95, hip: 108 } },
      { profile: { statureCm: 180, massKg: 80, ageYears: 30, sex: 'male' }, measurements: { upperArm: 33, hip: 101 } },
    ]);
  });
});
