import { cellFeeds } from './encoder-feeds.ts';
import type { Feed, Feeds } from './graph-feed.ts';
import type { PackedBatch } from './pack-batch.ts';
import { sideRow } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';

/** What is asked about items. */
export interface ItemQuestion {
  /** How many of the best ones; at most all there are. */
  readonly top: number;
  /** Numbers of those whose logits are wanted, best or not. */
  readonly wanted: Int32Array;
}

/** What the graph of `buildDeployGraph` takes for packed sessions. */
export function deployFeeds(batch: PackedBatch, { top, wanted }: ItemQuestion, shape: SequenceShape): Feeds {
  const { rows, sequences, rowItems, rowPositions, rowSides, lastRows } = batch;
  const column = (data: Int32Array): Feed => ({ data, sizes: [rows] });
  return {
    ...cellFeeds(batch, shape),
    rowItems: column(rowItems.map((item) => (item < shape.items ? item : 0))),
    rowUnknown: column(rowItems.map((item) => Math.max(0, item - shape.items))),
    rowKnown: { data: Float32Array.from(rowItems, (item) => Number(item < shape.items)), sizes: [rows, 1] },
    rowPositions: column(rowPositions),
    ...Object.fromEntries(Object.entries(rowSides).map(([name, values]) => [sideRow(name), column(values)])),
    top: { data: BigInt64Array.of(BigInt(Math.min(top, shape.items))), sizes: [1] },
    wanted: { data: wanted, sizes: [wanted.length] },
    lastRows: { data: lastRows, sizes: [sequences] },
  };
}
