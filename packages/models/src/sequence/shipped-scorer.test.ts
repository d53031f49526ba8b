import { describe, expect, it } from 'vitest';
import { latestItems } from './add-again.ts';
import { createEngine } from './engine/create-engine.ts';
import { initialParameters } from './initial-parameters.ts';
import { fitPartner, partnerScorer } from './partner.ts';
import { toScoreItems } from './score-items.ts';
import type { SequenceManifest, ShippedMethod } from './sequence-manifest.ts';
import { DEFAULT_SHAPE, type SequenceShape } from './sequence-shape.ts';
import { createShippedScorer } from './shipped-scorer.ts';

const SHAPE: SequenceShape = { ...DEFAULT_SHAPE, items: 6, width: 4, feedForward: 8, length: 5 };
const engine = createEngine(SHAPE, initialParameters(SHAPE, (() => { let k = 0; return () => Math.sin(k += 1); })()));
const partner = fitPartner('coVisitation', [{ items: Int32Array.of(0, 1, 2), sides: {} }, { items: Int32Array.of(1, 3), sides: {} }], SHAPE.items);
const history = { items: Int32Array.of(0, 1), sides: {} };

function scoresOf(shipped: ShippedMethod, of = history): number[] {
  const scores = new Float32Array(SHAPE.items);
  const manifest: SequenceManifest = {
    kind: 'sequence/1', version: '0123456789ab', seed: 1, data: { sha256: '', format: 'pairs', sequences: 2, steps: 5, items: 6, skippedLines: 0 }, split: 'all', shape: SHAPE, sideNames: {}, settings: {},
    training: { steps: 0, epochs: 0, wallMs: 0 }, shipped, validation: { cases: 0, filtersSeen: true, shipped: { ndcg10: 0, hr10: 0 }, methods: {} }, files: [],
  };
  createShippedScorer({ manifest, partner }, engine)(of, scores);
  return [...scores];
}

const rawShares = new Float32Array(SHAPE.items);
toScoreItems(partnerScorer(partner))(history, rawShares);
const whole = rawShares.reduce((sum, value) => sum + value, 0);
const model = scoresOf({ method: 'transformer' });

describe('what ships', () => {
  it('is the model as it is', () => {
    const logits = new Float32Array(SHAPE.items);
    engine.score(history, logits);
    expect(model).toEqual([...logits]);
  });

  it('is the simple method as it is', () => {
    expect(scoresOf({ method: 'coVisitation' })).toEqual([...rawShares]);
  });

  it('is log p(model) + w log(p(partner) + 1e-4), up to a constant', () => {
    const blend = scoresOf({ method: 'blend', partner: 'coVisitation', weight: 0.5 });
    for (const [item, score] of blend.entries()) expect(score).toBeCloseTo((model[item] ?? NaN) + 0.5 * (Math.log((rawShares[item] ?? NaN) / whole + 1e-4) - Math.log(1e-4)), 4);
  });

  it('adds what it is worth to have been seen', () => {
    const [plain, again] = [scoresOf({ method: 'blend', partner: 'coVisitation', weight: 0.5 }), scoresOf({ method: 'blend', partner: 'coVisitation', weight: 0.5, again: [1, 2] })];
    const [last, before] = latestItems(history.items, 2);
    for (const [item, score] of again.entries()) expect(score - (plain[item] ?? NaN)).toBeCloseTo(item === last ? 1 : item === before ? 2 : 0, 4);
  });

  it('has finite scores for an empty session and one of unknown items alone', () => {
    for (const items of [Int32Array.of(), Int32Array.of(SHAPE.items)]) {
      for (const method of ['transformer', 'coVisitation', 'blend'] as const) {
        const shipped: ShippedMethod = method === 'blend' ? { method, partner: 'coVisitation', weight: 1 } : { method };
        expect(scoresOf(shipped, { items, sides: {} }).every(Number.isFinite)).toBe(true);
      }
    }
  });
});
