export { createScanWorkerClient } from './create-scan-worker-client.ts';
export type { ScanWorkerClient } from './create-scan-worker-client.ts';
export type { ScanWorkerOptions } from './scan-worker-options.ts';
export type { LoadReport, Outline, RefusalReason, ScanOutcome, ScanWorkerApi } from './scan-worker-api.ts';
