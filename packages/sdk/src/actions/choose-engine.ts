/** What decides between the engines. */
export interface EngineChoice {
  /** Items of the vocabulary. */
  readonly items: number;
  /** Whether the browser has WebGPU: where it has, it is no old phone, and 14 MB of runtime are no burden. */
  readonly hasWebGpu: boolean;
  /** Whether the model is to be tuned on this device. */
  readonly fineTunes: boolean;
  /** Whether this build has the runtime, and the version a file for it. */
  readonly hasRuntime: boolean;
}

export type EngineName = 'pure' | 'onnx';

/** Above this many items the engine without a runtime takes more than 2 ms for the scores alone. */
export const LARGE_CATALOG_ITEMS = 20_000;

/** The engine without a runtime, unless there is something that only a runtime does well. */
export function chooseEngine({ items, hasWebGpu, fineTunes, hasRuntime }: EngineChoice): EngineName {
  return hasRuntime && (items > LARGE_CATALOG_ITEMS || hasWebGpu || fineTunes) ? 'onnx' : 'pure';
}
