import { setFlagsFromString } from 'node:v8';

/**
 * Call it before a thread starts that runs TypeScript. Node strips types by WebAssembly, in each thread for itself, and V8 recompiles
 * its wrappers of imports after a thousand calls; where two threads do that at once, V8 13.6 (Node 24) frees one that is in use and
 * the process dies (SIGSEGV, SIGTRAP): 4 of 48 runs of a test that opens ten files on a busy machine. So it never recompiles them.
 */
export const keepWasmWrappers = (): void => setFlagsFromString('--wasm-wrapper-tiering-budget=2147483647');
