import { tfjsEngine } from '../inference/tfjs/open-tfjs-engine.ts';
import { setWasmBackend } from '../inference/tfjs/wasm-backend.ts';
import { exposeScanWorker } from './expose-scan-worker.ts';

let backend: Promise<void> | undefined;
// The backend is set once; a second engine (the full weights) shares it.
exposeScanWorker(tfjsEngine('wasm', (load) => (backend ??= load('tfjs-wasm').then(setWasmBackend))));
