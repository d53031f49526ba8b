import type { GraphBuilder, Value } from '../onnx/graph-builder.ts';
import { only } from './layer.ts';

export const add = (graph: GraphBuilder, left: Value, right: Value): Value => only(graph.node('Add', [left, right]));
export const subtract = (graph: GraphBuilder, left: Value, right: Value): Value => only(graph.node('Sub', [left, right]));
export const multiply = (graph: GraphBuilder, left: Value, right: Value): Value => only(graph.node('Mul', [left, right]));
export const gather = (graph: GraphBuilder, table: Value, rows: Value): Value => only(graph.node('Gather', [table, rows], { axis: 0 }));
export const softmax = (graph: GraphBuilder, logits: Value): Value => only(graph.node('Softmax', [logits], { axis: -1 }));

/** Which factor of a product is transposed. */
export interface Transposed {
  readonly left?: boolean;
  readonly right?: boolean;
}

/** Product of two matrices, plus a row for each of its rows where one is given. */
export function product(graph: GraphBuilder, left: Value, right: Value, transposed: Transposed = {}, row: readonly Value[] = []): Value {
  return only(graph.node('Gemm', [left, right, ...row], { transA: Number(transposed.left ?? false), transB: Number(transposed.right ?? false) }));
}

/** Products of the last two dimensions, times `scale`. */
export function products(graph: GraphBuilder, left: Value, right: Value, transposed: Transposed = {}, scale = 1): Value {
  return only(graph.node('FusedMatMul', [left, right], { transA: Number(transposed.left ?? false), transB: Number(transposed.right ?? false), alpha: { float: scale } }));
}

/** Sum over the rows: one number a column. */
export const sumOfRows = (graph: GraphBuilder, values: Value): Value => only(graph.node('ReduceSum', [values, graph.integers([0])], { keepdims: 0 }));

/** Sum over the last dimension, which stays with size 1. */
export const sumOfColumns = (graph: GraphBuilder, values: Value): Value => only(graph.node('ReduceSum', [values, graph.integers([-1])], { keepdims: 1 }));

/** The sum of everything, a scalar. */
export const total = (graph: GraphBuilder, values: Value): Value => only(graph.node('ReduceSum', [values], { keepdims: 0 }));
