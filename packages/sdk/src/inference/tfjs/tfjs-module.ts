import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
import commonjsModule from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';
import type { WasmStart } from '../start-wasm.ts';

// Its types describe an ES module, its code is a CommonJS one.
const createModule = commonjsModule as unknown as typeof commonjsModule.default;

/** tfjs's runtime, ready for its backend. */
export type TfjsModule = BackendWasm['wasm'];

/** What Emscripten adds to a module and tfjs's types leave out. */
interface Emscripten {
  cwrap(name: string, result: 'number' | null, parameters: readonly 'number'[]): (...values: number[]) => number;
  _malloc(bytes: number): number;
}

/** Opens tfjs's runtime; the `init` of tfjs itself never answers when the WebAssembly cannot be instantiated, or has no memory. */
export async function openTfjsModule({ instantiateWasm, failure, checkMemory }: WasmStart): Promise<TfjsModule> {
  const module = await Promise.race([createModule({ instantiateWasm, locateFile: (path) => path }), failure]) as TfjsModule & Emscripten;
  const malloc = module._malloc.bind(module);
  module._malloc = (bytes) => {
    const at = malloc(bytes);
    checkMemory();
    return at;
  };
  module.tfjs = {
    init: module.cwrap('init', null, []),
    initWithThreadsCount: module.cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: module.cwrap('get_threads_count', 'number', []),
    registerTensor: module.cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: module.cwrap('dispose_data', null, ['number']),
    dispose: module.cwrap('dispose', null, []),
  };
  return module;
}
