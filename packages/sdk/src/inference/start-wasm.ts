type OnInstance = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** A WebAssembly module that an Emscripten runtime starts, and what Emscripten keeps to itself. */
export interface WasmStart {
  /** Emscripten's hook for an embedder that has the bytes already. */
  readonly instantiateWasm: (imports: WebAssembly.Imports, done: OnInstance) => object;
  /** Rejects when the module cannot be instantiated: Emscripten would wait for ever. Never resolves. */
  readonly failure: Promise<never>;
  /** @throws {RangeError} once the memory could not grow: Emscripten goes on with null pointers, and what comes out is worth nothing. */
  readonly checkMemory: () => void;
  /** Acts and checks: a failure after the memory could not grow is that, whatever the library calls it. */
  readonly checked: <T>(act: () => Promise<T>) => Promise<T>;
}

const PAGE_BYTES = 65_536;

/** @param reserveBytes memory to get at once: where there is not so much, that is known before the weights are here. */
export function startWasm(bytes: ArrayBuffer, reserveBytes = 0): WasmStart {
  const { promise: failure, reject } = Promise.withResolvers<never>();
  failure.catch(() => undefined);
  let refused: { readonly cause: unknown } | undefined;

  const instantiate = async (imports: WebAssembly.Imports, done: OnInstance): Promise<void> => {
    const { instance, module } = await WebAssembly.instantiate(bytes, imports);
    const memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    if (memory) {
      watchGrowth(memory, (cause) => { refused = { cause }; });
      // Before Emscripten has seen the memory: its views would not notice.
      memory.grow(Math.max(0, Math.ceil((reserveBytes - memory.buffer.byteLength) / PAGE_BYTES)));
    }
    done(instance, module);
  };
  const checkMemory = (): void => {
    if (refused) throw new RangeError('out of memory: WebAssembly could not grow', refused);
  };
  const checked: WasmStart['checked'] = async (act) => {
    try {
      return await act();
    } finally {
      checkMemory();
    }
  };
  return {
    instantiateWasm(imports, done) {
      checked(() => instantiate(imports, done)).catch(reject);
      return {};
    },
    failure, checkMemory, checked,
  };
}

function watchGrowth(memory: WebAssembly.Memory, onRefused: (cause: unknown) => void): void {
  const grow = memory.grow.bind(memory);
  memory.grow = (pages) => {
    try {
      return grow(pages);
    } catch (cause) {
      onRefused(cause);
      throw cause;
    }
  };
}
