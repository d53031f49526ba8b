import { openTasksVisionEngine } from '../inference/tasks-vision-engine.ts';
import { exposeScanWorker } from './expose-scan-worker.ts';

exposeScanWorker(openTasksVisionEngine);
