import { createHash } from 'node:crypto';
import {
  type OpenedModel, type SequenceManifest, type SequenceShape, type StepWindow, MODEL_FILES, GRAPH_FILE, STEP_TYPES,
  buildDeployGraph, encodeModel, encodePartner, fitPartner, fitUnknownItems, initialParameters, openModel, quantizeModel,
} from '@vua/models/sequence';

const SHAPE: SequenceShape = {
  items: 40, width: 16, blocks: 2, heads: 2, feedForward: 24, length: 30,
  sideInputs: [{ name: 'type', size: STEP_TYPES.length + 1 }, { name: 'price', size: 44 }, { name: 'category', size: 4 }, { name: 'gap', size: 13 }], eventTypes: STEP_TYPES.length + 1,
};

const VOCABULARY = JSON.stringify(Array.from({ length: SHAPE.items }, (_, item) => `item-${item}`));
const VOCABULARY_SHA256 = createHash('sha256').update(VOCABULARY).digest('hex');

/** A sine is as good as chance here, and the same everywhere. */
function createWaves(seed: number): () => number {
  let k = seed * 1000;
  return () => Math.sin((k += 1) * k * 0.37) * 1.4;
}

const drawn = (length: number, below: number, next: () => number): Int32Array => Int32Array.from({ length }, () => Math.floor(Math.abs(next()) * 1e4) % below);

/** Some steps that the model could be asked about. */
export function sampleHistory(steps: number, seed = 1): StepWindow {
  const next = createWaves(seed);
  return { items: drawn(steps, SHAPE.items, next), sides: Object.fromEntries(SHAPE.sideInputs.map(({ name, size }) => [name, drawn(steps, size, next)])) };
}

/** Files of a small untrained model that ships as a blend, by name. @param seed another one, another model */
export function sampleFiles(seed = 1): Readonly<Record<string, Uint8Array<ArrayBuffer>>> {
  const sequences = Array.from({ length: 60 }, (_, k) => sampleHistory(8, k + 2));
  const spread = Object.entries(initialParameters(SHAPE, createWaves(seed))).map(([name, values]) => [name, values.map((value) => value * (/weight|gain/.test(name) ? 1 : 15))] as const);
  const parameters = Object.fromEntries(spread);
  const tensors = quantizeModel(parameters, fitUnknownItems(parameters, sequences, SHAPE), SHAPE);
  return {
    [MODEL_FILES.model]: owned(encodeModel({ shape: SHAPE, vocabularySha256: VOCABULARY_SHA256 }, tensors)), [GRAPH_FILE]: owned(buildDeployGraph(SHAPE, tensors)),
    [MODEL_FILES.partner]: owned(encodePartner(fitPartner('coVisitation', sequences, SHAPE.items))),
    [MODEL_FILES.vocabulary]: owned(new TextEncoder().encode(VOCABULARY)),
  };
}

const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

export const sampleManifest = (): SequenceManifest => ({
  kind: 'sequence/1', version: '0123456789ab', seed: 1, split: 'all', shape: SHAPE, sideNames: { category: ['Shirts', 'Belts', 'Hats'] }, settings: {},
  data: { sha256: '', format: 'events', sequences: 60, steps: 480, items: SHAPE.items, skippedLines: 0 }, training: { steps: 0, epochs: 0, wallMs: 0 },
  shipped: { method: 'blend', partner: 'coVisitation', weight: 0.5 }, validation: { cases: 0, filtersSeen: true, shipped: { ndcg10: 0, hr10: 0 }, methods: {} }, files: [],
});

export function sampleModel(): OpenedModel {
  const files = sampleFiles();
  const bytes = (name: string): Uint8Array => files[name] ?? new Uint8Array(0);
  const opening = openModel(sampleManifest(), { model: bytes(MODEL_FILES.model), partner: bytes(MODEL_FILES.partner), vocabulary: new TextDecoder().decode(bytes(MODEL_FILES.vocabulary)), vocabularySha256: VOCABULARY_SHA256 });
  if (opening.status === 'refused') throw new Error(opening.reason);
  return opening.model;
}
