import { cellFeeds } from './encoder-feeds.ts';
import type { Feed, Feeds } from './graph-feed.ts';
import type { PackedBatch } from './pack-batch.ts';
import { sideRow } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';

/** What the graph of `buildDeployGraph` takes for packed sessions. */
export function deployFeeds(batch: PackedBatch, shape: SequenceShape): Feeds {
  const { rows, sequences, rowItems, rowPositions, rowSides, lastRows } = batch;
  const column = (data: Int32Array): Feed => ({ data, sizes: [rows] });
  return {
    ...cellFeeds(batch, shape),
    rowItems: column(rowItems.map((item) => (item < shape.items ? item : 0))),
    rowUnknown: column(rowItems.map((item) => Math.max(0, item - shape.items))),
    rowKnown: { data: Float32Array.from(rowItems, (item) => Number(item < shape.items)), sizes: [rows, 1] },
    rowPositions: column(rowPositions),
    ...Object.fromEntries(Object.entries(rowSides).map(([name, values]) => [sideRow(name), column(values)])),
    lastRows: { data: lastRows, sizes: [sequences] },
  };
}
