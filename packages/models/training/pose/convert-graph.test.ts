import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { nodesFor } from '../../src/pose/index.ts';
import { convertGraph } from './convert-graph.ts';
import { readTflite } from './tflite-reader.ts';

const require = createRequire(import.meta.url);
const convert = (file: string) => convertGraph(readTflite(new Uint8Array(readFileSync(require.resolve(`@mediapipe/pose/${file}`)))));

describe('the detector', () => {
  const { graph, weights } = convert('pose_solution_packed_assets.data');

  it('has the operations of the original, constants and padding folded away', () => {
    const count = (op: string) => graph.nodes.filter((node) => node.op === op).length;
    expect([count('conv'), count('depthwise'), count('add'), count('resize'), count('depth-to-space'), count('reshape'), count('concat')]).toEqual([45, 28, 15, 2, 3, 6, 2]);
    expect(graph.inputShape).toEqual([1, 224, 224, 3]);
  });

  it('expands the sparse filters: a quarter of the weights is not zero', () => {
    const filters = weights.filter((_, k) => graph.weights[k]?.role !== 'bias');
    const nonZero = filters.reduce((sum, values) => sum + values.filter((value) => value !== 0).length, 0);
    expect(nonZero / filters.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(0.35);
  });
});

describe('the lite landmark network', () => {
  const { graph, weights } = convert('pose_landmark_lite.tflite');

  it('gives a shape for every weight and half floats only', () => {
    for (const [k, { shape }] of graph.weights.entries()) expect(weights[k]).toHaveLength(shape.reduce((size, length) => size * length, 1));
    expect(weights.every((values) => values.every((value) => Math.f16round(value) === value))).toBe(true);
  });

  it('needs fewer operations without the mask', () => {
    const [points = -1, score = -1, mask = -1, heatmap = -1, world = -1] = graph.outputs;
    const all = nodesFor(graph, [points, score, mask, heatmap, world]);
    expect(all).toHaveLength(graph.nodes.length);
    expect(nodesFor(graph, [points, score, heatmap, world]).length).toBeLessThan(all.length);
  });
});

it('refuses a file that is no model', () => {
  expect(() => readTflite(new Uint8Array(64))).toThrow('no subgraph');
});
