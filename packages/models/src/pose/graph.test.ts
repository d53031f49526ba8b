import { describe, expect, it } from 'vitest';
import { type Graph, type GraphNode, inputsOf, nodesFor } from './graph.ts';

// 0 -> 1 -> 2 (output 0), 1 -> 3 -> 4 (output 1), 5 = 2 + 4 (output 2).
const nodes: readonly GraphNode[] = [
  { op: 'sigmoid', x: 0, out: 1 },
  { op: 'sigmoid', x: 1, out: 2 },
  { op: 'sigmoid', x: 1, out: 3 },
  { op: 'reshape', x: 3, shape: [1], out: 4 },
  { op: 'add', a: 2, b: 4, relu6: false, out: 5 },
];
const graph: Graph = { inputShape: [1], nodes, outputs: [2, 4, 5], weights: [] };
const outs = (...wanted: number[]): number[] => nodesFor(graph, wanted).map(({ out }) => out);

describe('nodesFor', () => {
  it('leaves out what an output does not need', () => {
    expect(outs(2)).toEqual([1, 2]);
    expect(outs(4)).toEqual([1, 3, 4]);
    expect(outs(5)).toEqual([1, 2, 3, 4, 5]);
    expect(outs(4, 2)).toEqual([1, 2, 3, 4]);
  });

  it('needs nothing for the input itself', () => {
    expect(outs(0)).toEqual([]);
  });
});

it('inputsOf knows every kind of node', () => {
  expect(nodes.map(inputsOf)).toEqual([[0], [1], [1], [3], [2, 4]]);
  expect(inputsOf({ op: 'concat', inputs: [3, 1], axis: 0, out: 9 })).toEqual([3, 1]);
});
