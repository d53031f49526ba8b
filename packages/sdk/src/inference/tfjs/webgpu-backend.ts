import { ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgpu';
import { setFixedPlatform } from './fixed-platform.ts';

interface GpuNavigator {
  readonly gpu?: { requestAdapter(): Promise<object | null> };
}

/** @throws Error when the worker can get no WebGPU adapter. */
export async function setWebgpuBackend(): Promise<void> {
  // tfjs would try all the same and write into the shop's console.
  if (!(await (navigator as GpuNavigator).gpu?.requestAdapter())) throw new Error('there is no WebGPU adapter');
  setFixedPlatform();
  if (!(await setBackend('webgpu'))) throw new Error('tfjs cannot use WebGPU here');
  await ready();
}
