import { TRAINING_OUTPUTS, gradientOutput } from './build-training-graph.ts';
import { embeddingTables, scatterRows } from './embed-steps.ts';
import type { PackedBatch } from './pack-batch.ts';
import { parameterShapes } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';
import type { RowTargets } from './training-feeds.ts';

/** The loss's gradient by every parameter, under the parameter's name. Tables are added up row by row. @param outputs of the training graph */
export function collectGradients(outputs: Readonly<Record<string, Float32Array>>, batch: PackedBatch, targets: RowTargets, shape: SequenceShape): Readonly<Record<string, Float32Array>> {
  const take = (name: string): Float32Array => {
    const values = outputs[name];
    if (values === undefined) throw new Error(`the training graph has no output ${name}`);
    return values;
  };
  const tables = new Map([['items', itemGradient(take, targets, shape)]]);
  const byEmbedded = take(TRAINING_OUTPUTS.byEmbedded);
  for (const [name, rows] of embeddingTables(batch)) {
    const table = tables.get(name) ?? new Float32Array(sizeOf(shape, name));
    scatterRows(table, byEmbedded, rows, shape.width);
    tables.set(name, table);
  }
  return Object.fromEntries(Object.keys(parameterShapes(shape)).map((name) => [name, tables.get(name) ?? take(gradientOutput(name))]));
}

function itemGradient(take: (name: string) => Float32Array, { items, negatives }: RowTargets, shape: SequenceShape): Float32Array {
  const byCandidates = take(TRAINING_OUTPUTS.byCandidates);
  const table = negatives === undefined ? byCandidates : new Float32Array(shape.items * shape.width);
  if (negatives !== undefined) scatterRows(table, byCandidates, negatives.items, shape.width);
  scatterRows(table, take(TRAINING_OUTPUTS.byTargets), items, shape.width);
  return table;
}

function sizeOf(shape: SequenceShape, name: string): number {
  return (parameterShapes(shape)[name] ?? []).reduce((product, size) => product * size, 1);
}
