import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadBodyModel } from '../../../src/body/load-body-model.ts';
import { crossValidatedRows, randomFolds } from './cross-validated-rows.ts';
import { evaluateQuestionnaire } from './evaluate-questionnaire.ts';
import { questionnaireTable } from './questionnaire-table.ts';
import { madePeople } from './testing/made-people.ts';

const shipped = loadBodyModel(new Uint8Array(readFileSync(new URL('../../../artifacts/body/body.bin', import.meta.url))).buffer);
const people = [...madePeople(200, 'female', 1), ...madePeople(200, 'male', 2)];
const folds: string[] = [];
const rows = crossValidatedRows(people, shipped, { foldOf: randomFolds(people, 2, 1), nhanes: [], onFold: (fold) => folds.push(fold) });
const evaluation = evaluateQuestionnaire(rows, 1);

describe('evaluateQuestionnaire', () => {
  it('judges everybody once, by a model of the other fold', () => {
    expect(folds).toEqual(['0', '1']);
    expect(rows.map(({ row }) => row).toSorted((a, b) => people.indexOf(a) - people.indexOf(b))).toEqual(people);
    expect(new Set(rows.map(({ model }) => model)).size).toBe(2);
  });

  it('gives the figures of the promised format', () => {
    expect(evaluation.n).toBe(400);
    expect(Object.keys(evaluation.measurements)).toEqual(['chest_cm', 'waist_navel_cm', 'hip_cm']);
    expect(evaluation.bySex.female?.n).toBe(200);
    expect(Object.values(evaluation.byBmi).reduce((sum, { n }) => sum + n, 0)).toBe(400);
  });

  it('covers nine in ten of people who follow one rule', () => {
    expect(Math.abs(evaluation.coverage90 - 0.9)).toBeLessThan(0.03);
    expect(Math.abs(evaluation.measurements['chest_cm']?.bias ?? NaN)).toBeLessThan(0.5);
  });

  it('gains from hints where they speak, and stays honest', () => {
    for (const sex of ['female', 'male'] as const) {
      const plain = evaluation.bySex[sex];
      const top = evaluation.hints['usualTop']?.[sex];
      expect(top?.measurements['chest_cm']?.mae).toBeLessThan(plain?.measurements['chest_cm']?.mae ?? NaN);
      expect(evaluation.hints['cues']?.[sex]?.measurements['waist_navel_cm']?.mae).toBeLessThan(plain?.measurements['waist_navel_cm']?.mae ?? NaN);
      expect(Math.abs((top?.coverage90 ?? NaN) - 0.9)).toBeLessThan(0.04);
    }
  });

  it('finds that a mass told after the scan is worth as much as one told before', () => {
    for (const sex of ['female', 'male'] as const) {
      const [without, after, before] = [evaluation.camera.stature[sex], evaluation.camera.massFused[sex], evaluation.camera.massFromTheStart[sex]]
        .map((group) => group?.measurements['waist_navel_cm']?.mae ?? NaN) as [number, number, number];
      expect(after).toBeLessThan(without);
      expect(Math.abs(after - before)).toBeLessThan(0.1);
    }
  });

  it('sees people who err more than the model thinks', () => {
    expect(evaluateQuestionnaire(rows, 1, 3).hints['everything']?.male?.choices.true).toBeLessThan(evaluation.hints['everything']?.male?.choices.true ?? NaN);
  });

  it('judges what a file has when it has no more than the three girths', () => {
    const few = rows.slice(0, 40).map(({ row, model }) => ({ model, row: { ...row, measurements: { chest: row.measurements.chest, waistNavel: row.measurements.waistNavel, hip: row.measurements.hip } } }));
    const result = evaluateQuestionnaire(few, 1);
    expect(result.measurements).toEqual(evaluateQuestionnaire(rows.slice(0, 40), 1).measurements);
    expect(result.otherMeasurements).toEqual({});
    expect(Number.isFinite(result.camera.massFused.female?.coverage90 ?? result.camera.massFused.male?.coverage90)).toBe(true);
  });

  it('is printed with every group', () => {
    const table = questionnaireTable(evaluation);
    for (const text of ['female', 'BMI over 28', 'without age, male', 'simulated cues', 'weight told later', 'inseam_cm']) expect(table).toContain(text);
  });
});
