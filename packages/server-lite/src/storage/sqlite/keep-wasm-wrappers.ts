import { setFlagsFromString } from 'node:v8';

/**
 * Call it before a thread starts that runs TypeScript. Node strips types by WebAssembly, in each thread for itself, and V8 recompiles
 * its wrappers of imports after a thousand calls; where two threads do that at once, V8 13.6 (Node 24) frees one that is in use and
 * the process dies (SIGSEGV, SIGTRAP; the core dump ends in TierUpWasmToJSWrapper). A test that opens ten files died in 3 of 24 runs, two at a time, in none of 24 others,
 * and with this in none of 48. So it never recompiles them.
 */
export const keepWasmWrappers = (): void => setFlagsFromString('--wasm-wrapper-tiering-budget=2147483647');
