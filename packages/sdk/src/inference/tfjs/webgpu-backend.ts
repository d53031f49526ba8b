import { ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgpu';

/** @throws Error when the worker can get no WebGPU adapter. */
export async function setWebgpuBackend(): Promise<void> {
  if (!(await setBackend('webgpu'))) throw new Error('tfjs cannot use WebGPU here');
  await ready();
}
