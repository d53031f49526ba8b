import { tfjsEngine } from '../inference/tfjs/open-tfjs-engine.ts';
import { setWebglBackend } from '../inference/tfjs/webgl-backend.ts';
import { exposeScanWorker } from './expose-scan-worker.ts';

exposeScanWorker(tfjsEngine('webgl', setWebglBackend));
