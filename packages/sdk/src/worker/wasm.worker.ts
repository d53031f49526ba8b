import { openWasmEngine } from '../inference/tfjs/open-wasm-engine.ts';
import { exposeScanWorker } from './expose-scan-worker.ts';

exposeScanWorker(openWasmEngine);
