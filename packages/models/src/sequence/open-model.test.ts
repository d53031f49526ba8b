import { describe, expect, it } from 'vitest';
import { createEngine } from './engine/create-engine.ts';
import { encodeModel } from './encode-model.ts';
import { initialParameters } from './initial-parameters.ts';
import { type ModelContents, openModel } from './open-model.ts';
import { packSequences } from './pack-sequences.ts';
import { encodePartner, fitPartner } from './partner.ts';
import { quantizeModel } from './quantize-model.ts';
import type { SequenceManifest } from './sequence-manifest.ts';
import { DEFAULT_SHAPE, type SequenceShape } from './sequence-shape.ts';
import { type TensorData, decodeTensors, encodeTensors } from './tensor-file.ts';

const SHAPE: SequenceShape = { ...DEFAULT_SHAPE, items: 3, width: 4, feedForward: 8, length: 5 };
const MANIFEST: SequenceManifest = {
  kind: 'sequence/1', version: '0123456789ab', seed: 1, data: { sha256: '', format: 'pairs', sequences: 1, steps: 3, items: 3, skippedLines: 0 }, split: 'all', shape: SHAPE, sideNames: {}, settings: {},
  training: { steps: 0, epochs: 0, wallMs: 0 }, shipped: { method: 'transformer' }, validation: { cases: 0, filtersSeen: true, shipped: { ndcg10: 0, hr10: 0 }, methods: {} }, files: [],
};
const sequences = [{ items: Int32Array.of(0, 1, 2), sides: {} }];
const VOCABULARY = 'f'.repeat(64);
const modelOf = (value: number): Uint8Array => encodeModel({ shape: SHAPE, vocabularySha256: VOCABULARY }, quantizeModel(initialParameters(SHAPE, () => value), new Float32Array(4), SHAPE));
const whole: ModelContents = {
  model: modelOf(0.5), vocabularySha256: VOCABULARY,
  partner: encodePartner(fitPartner('coVisitation', sequences, 3)),
  vocabulary: '["a","b","c"]',
};

/** The good partner with other tensors. */
const partnerWith = (tensors: Readonly<Record<string, TensorData>>): Uint8Array => encodeTensors({ header: 'coVisitation', tensors: { ...decodeTensors(whole.partner)?.tensors, ...tensors } });

/** The good weights with other tensors. */
const modelWith = (tensors: Readonly<Record<string, TensorData>>): Uint8Array => encodeModel({ shape: SHAPE, vocabularySha256: VOCABULARY }, { ...decodeTensors(whole.model)?.tensors, ...tensors });

describe('openModel', () => {
  it('opens what belongs together', () => {
    expect(openModel(MANIFEST, whole)).toMatchObject({ status: 'opened', model: { vocabulary: ['a', 'b', 'c'], partner: { name: 'coVisitation' } } });
  });

  it.each<[string, Partial<ModelContents>, RegExp]>([
    ['weights that are cut off', { model: whole.model.subarray(0, -8) }, /weights/],
    ['weights whose head is broken', { model: Uint8Array.from(whole.model, (byte, k) => (k > 12 && k < 30 ? 0 : byte)) }, /weights/],
    ['weights that are no numbers', { model: modelOf(NaN) }, /weights/],
    ['weights too large for finite scores', { model: modelOf(2e36) }, /weights/],
    ['scales too large for finite scores', { model: modelWith({ 'items.scales': Float32Array.of(2e36, 1, 1) }) }, /weights/],
    ['a gain too large for finite scores', { model: modelWith({ 'lastNorm.gain': Float32Array.of(1, 1, -1e30, 1) }) }, /weights/],
    ['followers too heavy for finite scores', { partner: partnerWith({ least: Float32Array.of(5e33) }) }, /simple method/],
    ['counts that are no numbers', { partner: partnerWith({ counts: Float32Array.of(1, NaN, 1) }) }, /simple method/],
    ['followers that are no items', { partner: partnerWith({ rows: Uint8Array.of(1, 9, 0, 0) }) }, /simple method/],
    ['followers without a weight', { partner: partnerWith({ least: Float32Array.of(NaN) }) }, /simple method/],
    ['nothing', { model: new Uint8Array(0) }, /weights/],
    ['the partner of another shop', { partner: encodePartner(fitPartner('bigram', sequences, 7)) }, /simple method/],
    ['a partner that is cut off', { partner: whole.partner.subarray(0, 20) }, /simple method/],
    ['sessions of shoppers', { partner: encodeTensors({ header: 'vsknn', tensors: packSequences([Int32Array.of(0, 1, 2)]) }) }, /simple method/],
    ['the vocabulary in another order, with its hash', { vocabulary: '["b","a","c"]', vocabularySha256: 'e'.repeat(64) }, /another vocabulary/],
    ['weights that belong to no vocabulary', { model: encodeTensors({ header: null, tensors: decodeTensors(whole.model)?.tensors ?? {} }) }, /another vocabulary/],
    ['another vocabulary', { vocabulary: '["a","b"]' }, /vocabulary/],
    ['a vocabulary of numbers', { vocabulary: '[1,2,3]' }, /vocabulary/],
    ['a vocabulary that is no JSON', { vocabulary: '["a' }, /vocabulary/],
  ])('refuses %s', (_what, change, reason) => {
    expect(openModel(MANIFEST, { ...whole, ...change })).toEqual({ status: 'refused', reason: expect.stringMatching(reason) as string });
  });

  it('refuses a manifest by which another simple method ships than the one beside it', () => {
    expect(openModel({ ...MANIFEST, shipped: { method: 'blend', partner: 'coVisitation', weight: 1 } }, whole)).toMatchObject({ status: 'opened' });
    expect(openModel({ ...MANIFEST, shipped: { method: 'blend', partner: 'bigram', weight: 1 } }, whole)).toMatchObject({ status: 'refused' });
    const sessions = JSON.parse(JSON.stringify({ ...MANIFEST, shipped: { method: 'vsknn' } })) as SequenceManifest;
    expect(openModel(sessions, whole)).toMatchObject({ status: 'refused' });
  });

  it.each<object>([{ weight: 1e308 }, { weight: 101 }, { weight: -1 }, { weight: JSON.parse('1e999') as number }, { weight: 1, again: [0.5, 1e30] }, { weight: 1, again: [-101] }])('refuses a blend by %j', (blend) => {
    expect(openModel({ ...MANIFEST, shipped: { method: 'blend', partner: 'coVisitation', weight: 1, ...blend } }, whole)).toMatchObject({ status: 'refused', reason: 'the blend has weights out of bounds' });
  });

  it('gives finite scores with the largest numbers that it opens', () => {
    const extreme = quantizeModel(initialParameters(SHAPE, () => 0.5), new Float32Array(4), SHAPE);
    const tensors = Object.fromEntries(Object.entries(extreme).map(([name, values]) => [name, values instanceof Float32Array ? values.map((_, k) => (name.endsWith('.scales') ? 1 : k % 2 === 0 ? 128 : -128)) : values.map((_, k) => (k % 3 === 0 ? -127 : 127))]));
    const opening = openModel(MANIFEST, { ...whole, model: encodeModel({ shape: SHAPE, vocabularySha256: VOCABULARY }, tensors) });
    if (opening.status === 'refused') throw new Error(opening.reason);
    const scores = new Float32Array(3);
    createEngine(SHAPE, opening.model.parameters, opening.model.unknown).score({ items: Int32Array.of(0, 1, 2, 1), sides: {} }, scores);
    expect([...scores].every(Number.isFinite)).toBe(true);
  });
});
