import type { FineTuning, ItemQuestion, Parameters, SequenceShape, StepWindow } from '@vua/models/sequence';

/** What the worker is told when it starts. */
export interface RankerConfig {
  readonly shape: SequenceShape;
  /** The model as ONNX. */
  readonly graph: Uint8Array;
  /** The runtime's WebAssembly, compared with its hash before. */
  readonly wasm: Uint8Array;
}

/** Errors cross the boundary as data. */
export type RankerReply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export type RankerOutputs = Readonly<Record<string, Float32Array>>;

/** The messages between the page and the worker that runs ONNX. */
export interface RankerWire {
  open(config: RankerConfig): Promise<RankerReply<void>>;
  /** What the graph says of `history`, which stays in the worker no longer than that. */
  run(history: StepWindow, question: ItemQuestion): Promise<RankerReply<RankerOutputs>>;
  /** The parameters after a few steps on `history`, which stays in the worker no longer than that; undefined where it is too short. */
  tune(parameters: Parameters, history: StepWindow, settings: FineTuning): Promise<RankerReply<Parameters | undefined>>;
}
