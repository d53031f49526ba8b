import { expect, it } from 'vitest';
import { type SequenceManifest, type SequenceShape, type ShippedMethod, createEngine, createShippedScorer, fitPartner, initialParameters } from '../sequence/index.ts';
import { createScoreAmong } from './score-among.ts';

const SHAPE: SequenceShape = { items: 30, width: 8, blocks: 1, heads: 1, feedForward: 8, length: 10, sideInputs: [], eventTypes: 0 };
const AMONG = [17, 3, 29, 0];

it.each<ShippedMethod>([{ method: 'transformer' }, { method: 'coVisitation' }, { method: 'blend', partner: 'coVisitation', weight: 3 }, { method: 'blend', partner: 'coVisitation', weight: 1, again: [2, -1] }])('ranks some items as all are ranked: %j', (shipped) => {
  let step = 0;
  const parameters = initialParameters(SHAPE, () => Math.sin(step += 1));
  const partner = fitPartner('coVisitation', [[3, 17], [3, 29], [5, 18]].map((items) => ({ items: Int32Array.from(items), sides: {} })), SHAPE.items);
  const manifest: SequenceManifest = {
    kind: 'sequence/1', version: '0123456789ab', seed: 1, data: { sha256: '', format: 'pairs', sequences: 3, steps: 6, items: SHAPE.items, skippedLines: 0 }, split: 'all', shape: SHAPE, sideNames: {}, settings: {},
    training: { steps: 0, epochs: 0, wallMs: 0 }, shipped, validation: { cases: 0, filtersSeen: true, shipped: { ndcg10: 0, hr10: 0 }, methods: {} }, files: [],
  };
  const model = { manifest, parameters, partner };
  const engine = createEngine(SHAPE, parameters);
  const [score, among, scores] = [createShippedScorer(model, engine), createScoreAmong(model, engine), new Float32Array(SHAPE.items)];
  for (const items of [[3, 5], [17, 29, 3], [9], []]) {
    const history = { items: Int32Array.from(items), sides: {} };
    score(history, scores);
    const [first = 0, ...rest] = among(history, AMONG);
    for (const [k, value] of rest.entries()) expect(value - first).toBeCloseTo((scores[AMONG[k + 1] ?? 0] ?? 0) - (scores[AMONG[0] ?? 0] ?? 0), 4);
  }
});
