/** A tensor for a graph; its type follows from the array: float32, int32 or int64. */
export interface Feed {
  readonly data: Float32Array | Int32Array | BigInt64Array;
  readonly sizes: readonly number[];
}

export type Feeds = Readonly<Record<string, Feed>>;

/** Runs a graph in whichever ONNX runtime; every output is float32. */
export type RunGraph = (feeds: Feeds) => Promise<Readonly<Record<string, Float32Array>>>;
