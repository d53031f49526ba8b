import { tfjsEngine } from './open-tfjs-engine.ts';
import { setWasmBackend } from './wasm-backend.ts';

let backend: Promise<void> | undefined;

/** The default engine. The backend is set once; a second engine (the full weights) shares it. */
export const openWasmEngine = tfjsEngine('wasm', (load) => (backend ??= load('tfjs-wasm').then(setWasmBackend)));
