import { tfjsEngine } from '../inference/tfjs/open-tfjs-engine.ts';
import { setWebgpuBackend } from '../inference/tfjs/webgpu-backend.ts';
import { exposeScanWorker } from './expose-scan-worker.ts';

exposeScanWorker(tfjsEngine('webgpu', setWebgpuBackend));
