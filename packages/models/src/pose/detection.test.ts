import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorCentres } from './anchors.ts';
import { DETECTOR } from './constants.ts';
import { decodeDetections } from './detection.ts';

const anchors = anchorCentres();

interface Box {
  readonly anchor: number;
  readonly logit: number;
  /** Centre and size, 0-1. */
  readonly centre: readonly [number, number];
  readonly size: readonly [number, number];
}

/** The network's outputs that say exactly these boxes; the points lie at the centre and above it. */
function outputsFor(wanted: readonly Box[]): [Float32Array, Float32Array] {
  const boxes = new Float32Array(DETECTOR.anchorCount * DETECTOR.valuesPerBox);
  const logits = new Float32Array(DETECTOR.anchorCount).fill(-50);
  for (const { anchor, logit, centre: [x, y], size } of wanted) {
    const [ax = 0, ay = 0] = anchors.subarray(anchor * 2);
    const points = [x, y, x, y - size[1] / 2, x, y, x, y];
    const values = [x - ax, y - ay, ...size, ...points.map((value, k) => value - (k % 2 === 0 ? ax : ay))];
    boxes.set(values.map((value) => value * DETECTOR.inputPx), anchor * DETECTOR.valuesPerBox);
    logits[anchor] = logit;
  }
  return [boxes, logits];
}

const decode = (...boxes: Box[]) => decodeDetections(...outputsFor(boxes));

describe('decodeDetections', () => {
  it('undoes the anchors', () => {
    const [person] = decode({ anchor: 1000, logit: 3, centre: [0.4, 0.6], size: [0.2, 0.5] });
    expect(person?.score).toBeCloseTo(1 / (1 + Math.exp(-3)));
    const expected = [0.4, 0.6, 0.2, 0.5, 0.4, 0.6, 0.4, 0.35, 0.4, 0.6, 0.4, 0.6];
    for (const [k, value] of expected.entries()) expect(person?.values[k]).toBeCloseTo(value, 5);
  });

  it('finds nobody below probability 0.5', () => {
    expect(decode({ anchor: 7, logit: -0.01, centre: [0.5, 0.5], size: [0.3, 0.3] })).toEqual([]);
    expect(decode({ anchor: 7, logit: 0, centre: [0.5, 0.5], size: [0.3, 0.3] })).toHaveLength(1);
  });

  it('merges boxes of one person by their scores', () => {
    const sure = 1 / (1 + Math.exp(-2));
    const unsure = 0.5;
    const persons = decode(
      { anchor: 3, logit: 0, centre: [0.5, 0.5], size: [0.3, 0.3] },
      { anchor: 2000, logit: 2, centre: [0.52, 0.5], size: [0.3, 0.3] },
    );
    expect(persons).toHaveLength(1);
    expect(persons[0]?.score).toBeCloseTo(sure);
    expect(persons[0]?.values[0]).toBeCloseTo((0.52 * sure + 0.5 * unsure) / (sure + unsure), 5);
  });

  it('keeps two people apart, the surer first', () => {
    const persons = decode(
      { anchor: 3, logit: 1, centre: [0.2, 0.5], size: [0.2, 0.6] },
      { anchor: 9, logit: 4, centre: [0.8, 0.5], size: [0.2, 0.6] },
    );
    expect(persons.map(({ values }) => values[0]?.toFixed(2))).toEqual(['0.80', '0.20']);
  });

  it('merges at an overlap above 0.3, not below', () => {
    // Two squares side by side, shifted by d of their side: IoU = (1 - d) / (1 + d).
    const shifted = (d: number) => decode(
      { anchor: 3, logit: 2, centre: [0.4, 0.5], size: [0.2, 0.2] },
      { anchor: 9, logit: 1, centre: [0.4 + d * 0.2, 0.5], size: [0.2, 0.2] },
    );
    expect(shifted(0.5)).toHaveLength(1);
    expect(shifted(0.58)).toHaveLength(2);
  });

  it('gives persons whose merged boxes lie among those given, whatever those are', () => {
    const unit = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    const box = fc.record({ anchor: fc.nat(DETECTOR.anchorCount - 1), logit: fc.integer({ min: -5, max: 5 }), centre: fc.tuple(unit, unit), size: fc.tuple(unit, unit) });
    fc.assert(fc.property(fc.uniqueArray(box, { selector: ({ anchor }) => anchor, maxLength: 12 }), (boxes) => {
      const persons = decode(...boxes);
      const sure = boxes.filter(({ logit }) => logit >= 0);
      expect(persons.length > 0).toBe(sure.length > 0);
      expect(persons.length).toBeLessThanOrEqual(sure.length);
      expect(persons.map(({ score }) => score)).toEqual(persons.map(({ score }) => score).toSorted((a, b) => b - a));
      for (const { values } of persons) {
        expect(values[0]).toBeGreaterThanOrEqual(Math.min(...sure.map(({ centre }) => centre[0])) - 1e-4);
        expect(values[0]).toBeLessThanOrEqual(Math.max(...sure.map(({ centre }) => centre[0])) + 1e-4);
      }
    }), { numRuns: 60 });
  });
});
