import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHODS, evaluateModel } from './evaluate-model.ts';
import { makeModel } from './make-model.ts';
import { readModelFolder } from './model-folder.ts';
import { reportTable } from './report-table.ts';
import type { SequenceLog } from './sequence-log.ts';
import type { SequenceManifest } from '@vua/models/sequence';
import { heldBackCases, prefixCases } from './test-cases.ts';
import { plantedSessions } from './testing/planted-log.ts';
import { type TrainOptions, readTrainOptions } from './train-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'vua-sequence-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const vocabulary = Array.from({ length: 30 }, (_, k) => `item-${k}`);
const log: SequenceLog = { vocabulary, sequences: plantedSessions(400, 30, 2), sideInputs: [], sideNames: {}, problems: [] };
const said: string[] = [];
let manifest: SequenceManifest;
const OPTIONS: TrainOptions = { data: 'log', out: folder, format: 'sessions', split: 'last-days', minutes: 0.2, epochs: 40, tunes: false, seed: 1, checkpointSeconds: 30 };
const HOOKS = { say: (line: string) => void said.push(line), onProgress: () => undefined };

beforeAll(async () => {
  const made = await makeModel(log, 'hash', OPTIONS, HOOKS);
  if (made.status === 'refused') throw new Error(made.reason);
  manifest = made.manifest;
}, 60_000);

describe('makeModel', () => {
  it('writes a model that is judged beside the simple methods on what it never saw', async () => {
    const content = readModelFolder(folder);
    expect(content.vocabulary).toEqual(vocabulary);
    const held = heldBackCases(log, 'hash', content.manifest);
    const report = await evaluateModel(content, held.status === 'read' ? held.cases : [], 'full', 1, () => undefined);
    expect(report.n).toBeGreaterThan(100);
    expect(report.methods.shipped.ndcg10).toBeGreaterThan(report.methods.popularity.ndcg10);
    expect(report.methods.shipped.ndcg10).toBeGreaterThanOrEqual(Math.max(report.methods.bigram.ndcg10, report.methods.coVisitation.ndcg10, report.methods.vsknn.ndcg10) * 0.99);
    expect(Object.values(report.byLength).reduce((sum, { n }) => sum + n, 0)).toBe(report.n);
    expect(reportTable(report).split('\n')).toHaveLength(METHODS.length + 5 + Number(report.longGain !== undefined) + Object.keys(report.byLength).length);
  });

  it('names what ships and its files with their hashes', () => {
    expect(manifest.files.map(({ name }) => name)).toEqual(['model.bin', 'model.onnx', 'partner.bin', 'vocabulary.json']);
    expect(manifest.version).toMatch(/^[0-9a-f]{12}$/);
    expect(said.join('\n')).toContain('validation NDCG@10');
  });

  it.each([
    ['one user', [log.sequences[0] ?? { items: new Int32Array(0), sides: {} }], 'last-days'],
    ['nobody with more than two items', log.sequences.map(({ items }) => ({ items: items.subarray(0, 2), sides: {} })), 'leave-one-out'],
  ] as const)('says why there is nothing to make of a log with %s', async (_what, sequences, split) => {
    expect(await makeModel({ ...log, sequences }, 'hash', { ...OPTIONS, split }, HOOKS)).toMatchObject({ status: 'refused', reason: expect.stringContaining('too short') as string });
  });

  it('says so where a log is about one item', async () => {
    const sequences = log.sequences.map(({ items }) => ({ items: new Int32Array(items.length), sides: {} }));
    expect(await makeModel({ ...log, vocabulary: ['a'], sequences }, 'hash', OPTIONS, HOOKS)).toMatchObject({ status: 'refused', reason: expect.stringContaining('one item') as string });
  });

  it('learns from a log whose events all have one time, and says so', async () => {
    const out = mkdtempSync(join(folder, 'one-time-'));
    const made = await makeModel({ ...log, sequences: log.sequences.slice(0, 60), range: { firstMs: 5, lastMs: 5 } }, 'hash', { ...OPTIONS, out, epochs: 2 }, HOOKS);
    expect(said.join()).toMatch(/all events have the same time.*few questions/su);
    expect(readModelFolder(out).parameters.items?.every(Number.isFinite)).toBe(true);
    expect(made).toMatchObject({ status: 'made', manifest: { data: { range: { firstMs: 5, lastMs: 5 } } } });
  });

  it('tunes on a small grid where asked, and goes on with what did best', async () => {
    const out = mkdtempSync(join(folder, 'tuned-'));
    said.length = 0;
    const made = await makeModel({ ...log, sequences: log.sequences.slice(0, 100) }, 'hash', { ...OPTIONS, out, epochs: 20, tunes: true }, HOOKS);
    const trials = said.filter((line) => line.startsWith('trial ')).map((line) => ({ rate: Number(/rate ([\d.]+)/u.exec(line)?.[1]), ndcg10: Number(/NDCG@10 ([\d.]+)/u.exec(line)?.[1]) }));
    expect(trials).toHaveLength(5);
    const best = trials.reduce((top, trial) => (trial.ndcg10 > top.ndcg10 ? trial : top));
    expect(made).toMatchObject({ manifest: { settings: { learn: { learningRate: best.rate }, refresh: { learningRate: best.rate / 2 } } } });
  });

  it('refuses a changed file', () => {
    const file = join(folder, 'deploy', 'vocabulary.json');
    const before = readFileSync(file);
    writeFileSync(file, '[]');
    expect(() => readModelFolder(folder)).toThrow('vocabulary.json is not the file that the manifest names');
    writeFileSync(file, before);
  });
});

describe('cases', () => {
  it('are refused where the model may know their targets', () => {
    expect(heldBackCases(log, 'other', manifest)).toMatchObject({ status: 'refused', reason: expect.stringContaining('another file') as string });
    expect(heldBackCases(log, 'hash', { ...manifest, split: 'all' })).toMatchObject({ status: 'refused', reason: expect.stringContaining('all of this file') as string });
  });

  async function* lines(...texts: string[]): AsyncGenerator<string> {
    yield* texts;
  }

  it('are read from prefixes and targets', async () => {
    expect(await prefixCases(lines('item-1 what item-2\titem-3', '\tnever'), vocabulary)).toEqual({
      status: 'read', cases: [{ history: { items: Int32Array.of(1, 2), sides: {} }, target: 3 }, { history: { items: new Int32Array(0), sides: {} }, target: -1 }],
      train: [],
    });
    expect(await prefixCases(lines('a\tb', 'a b'), vocabulary)).toMatchObject({ status: 'refused', reason: 'line 2 is not "prefix, tab, target"' });
  });
});

describe('readTrainOptions', () => {
  it('fills in what fits the format', () => {
    expect(readTrainOptions(['--data', 'f', '--out', 'o', '--format', 'pairs'])).toEqual({ status: 'read', options: { data: 'f', out: 'o', format: 'pairs', split: 'leave-one-out', minutes: 30, epochs: 80, tunes: false, seed: 1, checkpointSeconds: 30 } });
    expect(readTrainOptions(['--data', 'f', '--out', 'o', '--format', 'events', '--split', 'all', '--unseen'])).toMatchObject({ options: { split: 'all', filtersSeen: true } });
    expect(readTrainOptions(['--data', 'f', '--out', 'o', '--format', 'sessions', '--minutes', '5', '--tune'])).toMatchObject({ options: { split: 'last-days', minutes: 5, tunes: true } });
  });

  it.each([[['--out', 'o']], [['--data', 'f', '--out', 'o', '--format', 'x']], [['--data', 'f', '--out', 'o', '--format', 'pairs', '--minutes', '0']], [['--data', 'f', '--out', 'o', '--format', 'pairs', '--split', 'x']]])('refuses %j', (args) => {
    expect(readTrainOptions(args)).toMatchObject({ status: 'refused' });
  });
});
