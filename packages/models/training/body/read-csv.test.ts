import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnsur } from './read-anthropometry.ts';
import { readCsv } from './read-csv.ts';

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'vua-csv-')), 'rows.csv');
  writeFileSync(file, text, 'latin1');
  return file;
}

describe('readCsv', () => {
  it('reads rows by column name, empty cells and quoted commas too', () => {
    expect(readCsv(fileWith('a,b,c\r\n1,,3\r\n"x, y",2,\r\n'))).toEqual([{ a: '1', b: '', c: '3' }, { a: 'x, y', b: '2', c: '' }]);
  });
});

describe('readAnsur', () => {
  it('turns millimetres into centimetres and keeps the survey\'s definitions', () => {
    const names = ['stature', 'weightkg', 'Age', 'Gender', 'chestcircumference', 'waistcircumference', 'crotchheight', 'acromialheight', 'chestdepth'];
    const [row] = readAnsur(fileWith(`${names.join(',')}\n1776,815,41,Male,1074,933,877,1467,259\n`));
    expect(row?.profile).toEqual({ statureCm: 177.6, massKg: 81.5, ageYears: 41, sex: 'male' });
    expect(row?.measurements).toMatchObject({ chest: 107.4, waistNavel: 93.3, inseam: 87.7 });
    expect(row?.measurements.torsoLength).toBeCloseTo(59, 6);
    expect(row?.callipers.chestDepth).toBe(25.9);
  });
});
