import { embedSteps } from './embed-steps.ts';
import type { Feeds } from './graph-feed.ts';
import { type PackedBatch, causalMask } from './pack-batch.ts';
import { type Parameters, parameterShapes } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';

const isTable = (name: string): boolean => name === 'positions' || name.startsWith('side.');

/** What the encoder takes: the embedded steps, where they lie, and all parameters that are not tables of embeddings outside the graph. */
export function encoderFeeds(batch: PackedBatch, parameters: Parameters, shape: SequenceShape): Feeds {
  return { ...parameterFeeds(parameters, shape), ...cellFeeds(batch, shape), embedded: { data: embedSteps(batch, parameters, shape.width), sizes: [batch.rows, shape.width] } };
}

/** Where the steps of a batch lie. */
export function cellFeeds({ rows, sequences, length, cellRows, rowCells, cellMask }: PackedBatch, shape: SequenceShape): Feeds {
  return {
    causalMask: { data: causalMask(length), sizes: [length, length] },
    cellRows: { data: cellRows, sizes: [cellRows.length] },
    rowCells: { data: rowCells, sizes: [rows] },
    cellMask: { data: cellMask, sizes: [cellMask.length, 1] },
    cellShape: { data: BigInt64Array.from(cellSizes(sequences, length, shape), BigInt), sizes: [4] },
  };
}

function parameterFeeds(parameters: Parameters, shape: SequenceShape): Feeds {
  const sizes = parameterShapes(shape);
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !isTable(name)).map(([name, data]) => [name, { data, sizes: sizes[name] ?? [] }]));
}

/** Shape of the cells before heads are moved to the front; with one head there is nothing to move. */
function cellSizes(sequences: number, length: number, { heads, width }: SequenceShape): readonly number[] {
  return heads === 1 ? [sequences, 1, length, width] : [sequences, length, heads, width / heads];
}
