import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rollup';

const EMPTY = '\0vua-empty';

/**
 * Leaves out what the executor never calls: tfjs-core's registrations (gradients, chained operations, platforms)
 * and the threaded build of the WASM glue. 250 kB of the bundle otherwise.
 */
export function trimTfjs(): Plugin {
  const core = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-core/package.json'));
  return {
    name: 'vua-trim-tfjs',
    resolveId(source) {
      if (source === '@tensorflow/tfjs-core') return join(core, 'dist/base.js');
      if (/tfjs-backend-wasm-threaded-simd(\.worker)?\.js$/.test(source)) return EMPTY;
      return null;
    },
    load: (id) => (id === EMPTY ? 'export default undefined; export const wasmWorkerContents = "";' : null),
  };
}
