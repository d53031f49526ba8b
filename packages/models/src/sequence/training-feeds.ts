import { encoderFeeds } from './encoder-feeds.ts';
import type { Feeds } from './graph-feed.ts';
import type { PackedBatch } from './pack-batch.ts';
import type { Parameters } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';

/** Items drawn to stand for all others. */
export interface Negatives {
  readonly items: Int32Array;
  /** Of each: -log(how often it is expected among the drawn). */
  readonly logits: Float32Array;
}

/** What each row should have said. */
export interface RowTargets {
  /** The next item of each row. */
  readonly items: Int32Array;
  /** How much each row counts; their sum is 1 as a rule, so that the loss is a mean. */
  readonly weights: Float32Array;
  /** Where the model has an event head: [rows, types], one 1 a row. */
  readonly events?: Float32Array;
  /** 0 where the next event is not known; the head's share of the loss is in it. */
  readonly eventWeights?: Float32Array;
  /** For the sampled softmax. */
  readonly negatives?: Negatives;
}

/** Gives dropout masks: 0, or 1 / (1 - rate). */
export type DrawMask = (count: number) => Float32Array;

/** Everything the training graph takes; without `drawMask` for a graph without dropout. */
export function trainingFeeds(batch: PackedBatch, targets: RowTargets, parameters: Parameters, shape: SequenceShape, drawMask?: DrawMask): Feeds {
  return { ...encoderFeeds(batch, parameters, shape), ...targetFeeds(batch.rows, targets, shape), ...(drawMask === undefined ? {} : maskFeeds(batch, shape, drawMask)) };
}

function targetFeeds(rows: number, { items, weights, events, eventWeights, negatives }: RowTargets, shape: SequenceShape): Feeds {
  return {
    targets: { data: items, sizes: [rows] },
    targetWeights: { data: weights, sizes: [rows, 1] },
    ...(negatives === undefined ? {} : {
      negatives: { data: negatives.items, sizes: [negatives.items.length] },
      negativeLogits: { data: negatives.logits, sizes: [negatives.logits.length] },
    }),
    ...(shape.eventTypes === 0 ? {} : {
      eventTargets: { data: events ?? new Float32Array(rows * shape.eventTypes), sizes: [rows, shape.eventTypes] },
      eventWeights: { data: eventWeights ?? new Float32Array(rows), sizes: [rows, 1] },
    }),
  };
}

function maskFeeds({ rows, sequences, length }: PackedBatch, { blocks, heads, width }: SequenceShape, drawMask: DrawMask): Feeds {
  const mask = (...sizes: number[]): Feeds[string] => ({ data: drawMask(sizes.reduce((product, size) => product * size, 1)), sizes });
  return Object.fromEntries([
    ['embeddedMask', mask(rows, width)],
    ...Array.from({ length: blocks }, (_, k) => [
      [`block${k}.weightMask`, mask(sequences, heads, length, length)] as const,
      [`block${k}.mixMask`, mask(rows, width)] as const,
      [`block${k}.narrowMask`, mask(rows, width)] as const,
    ]).flat(),
  ]);
}
