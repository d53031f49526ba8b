/** What is known of a step beside its item, such as its price bucket; its embedding is added to the item's. */
export interface SideInput {
  readonly name: string;
  /** Values are 0 to `size - 1`; 0 is not known. */
  readonly size: number;
}

/** The sizes of a sequence model. */
export interface SequenceShape {
  /** Items of the vocabulary. */
  readonly items: number;
  /** Numbers in an embedding and in each hidden state. */
  readonly width: number;
  readonly blocks: number;
  /** Attention heads; must divide `width`. */
  readonly heads: number;
  /** Hidden units of the feed-forward part. */
  readonly feedForward: number;
  /** Steps the model sees: the last ones of a longer history. Position 0 is the first of them, so that a session grows without moving what is cached. */
  readonly length: number;
  /** Only what the log has. */
  readonly sideInputs: readonly SideInput[];
  /** Types the next event can have, for the event head; 0: no such head. */
  readonly eventTypes: number;
}

/** What reached NDCG@10 0.181 on ML-1M. */
export const DEFAULT_SHAPE: Omit<SequenceShape, 'items'> = {
  width: 64, blocks: 2, heads: 1, feedForward: 128, length: 200, sideInputs: [], eventTypes: 0,
};
