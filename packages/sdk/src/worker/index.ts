export { createScanWorkerClient } from './create-scan-worker-client.ts';
export type { ScanWorkerClient } from './create-scan-worker-client.ts';
export type { LoadReport, ScanOutcome } from './scan-worker-api.ts';
