import { expect, it } from 'vitest';
import { METHODS, type SequenceReport } from './evaluate-model.ts';
import { renderCard } from './render-card.ts';

const FIGURES = { hr10: 0.3, ndcg10: 0.2, precision10: 0.03, recall10: 0.3, hr20: 0.4, mrr20: 0.1, coverage: 0.5, gini: 0.6, novelty: 9, popularityLift: 1.1, coldShare: 0 };

function reportOf(seed: number, ndcg10: number): SequenceReport {
  return {
    model: {
      version: 'abc', seed, split: 'leave-one-out', data: { sha256: 'x', format: 'pairs', sequences: 10, steps: 100, items: 7, skippedLines: 0 },
      shape: { items: 7, width: 4, blocks: 1, heads: 1, feedForward: 4, length: 5, sideInputs: [{ name: 'price', size: 3 }], eventTypes: 2 },
      training: { steps: 5, epochs: 2, wallMs: 1_200_000 }, files: [{ name: 'model.bin', bytes: 320_000, sha256: 'y' }],
    },
    protocol: 'full', n: 42, shipped: 'transformer + 1 x coVisitation', gain: { n: 42, over: 'bigram', overNdcg10: 0.19, ndcg10: 0.01, standardError: 0.002 }, longGain: { n: 7, over: 'vsknn', overNdcg10: 0.2, ndcg10: -0.001, standardError: 0.003 },
    methods: Object.fromEntries(METHODS.map((name) => [name, name === 'shipped' ? { ...FIGURES, ndcg10 } : FIGURES])) as SequenceReport['methods'],
    byLength: { '5-9': { n: 42, ndcg10: Object.fromEntries(METHODS.map((name) => [name, 0.15])) } },
    events: { n: 40, logLoss: 0.5, baseLogLoss: 0.7, types: { purchase: { happened: 4, rate: 0.1, meanChance: 0.12, calibrationError: 0.02 } } },
  };
}

const TEXTS = { head: '# A card\n', limits: '## Limits\n', made: 'today on this machine' };

it('says the protocol, what ships and its gain, by length and by type', () => {
  const card = renderCard([{ name: 'Films', reports: [reportOf(1, 0.21)] }], [], TEXTS);
  for (const part of ['# A card\n', 'today on this machine', '## Films', 'items, price', 'those already seen left out', 'Seed 1.', '20 minutes', '| precision@10 | recall@10 |', '| shipped | 0.2100 | 0.3000 | 0.0300 | 0.3000 |', '0.0100 +- 0.0040', 'steps and more -0.0010 +- 0.0060 over vsknn', '| 5-9 | 42 | 0.1500', 'log-loss 0.5000, of base rates 0.7000', '| purchase | 4 | 0.1000 | 0.1200 | 0.0200 |', '## Limits\n']) expect(card).toContain(part);
});

it('sets what ships beside the best simple method of each log that nothing was chosen on', () => {
  const { longGain, ...short } = reportOf(1, 0.2);
  const card = renderCard([], [{ seed: 12, shop: { items: 600, shoppers: 1500, days: 60 }, report: reportOf(1, 0.2) }, { seed: 13, shop: { items: 9, shoppers: 8, days: 7 }, report: short }], TEXTS);
  expect(longGain).toBeDefined();
  expect(card).toContain('| seed 12: 600 items, 1500 shoppers, 60 days | transformer + 1 x coVisitation | 0.2000 | 42 | bigram 0.1900 | 0.0100 +- 0.0040 (+5.3 %) | 7 | vsknn 0.2000 | -0.0010 +- 0.0060 (-0.5 %) |');
  expect(card).toContain('0.0100 +- 0.0040 (+5.3 %) | - | - | - |');
});

it('gives the mean of seeds with the lowest and the highest', () => {
  const card = renderCard([{ name: 'Films', reports: [reportOf(1, 0.19), reportOf(2, 0.2), reportOf(3, 0.21)] }], [], TEXTS);
  expect(card).toContain('Seeds 1, 2, 3: mean, and in brackets');
  expect(card).toContain('| shipped | 0.2000 (0.1900-0.2100) |');
});
