import { backend, ready, setBackend } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgl';
import { setFixedPlatform } from './fixed-platform.ts';

/** @throws Error when the worker can make no WebGL 2 context. */
export async function setWebglBackend(): Promise<void> {
  setFixedPlatform();
  if (!(await setBackend('webgl'))) throw new Error('tfjs cannot use WebGL here');
  await ready();
  const { canvas } = (backend() as MathBackendWebGL).getGPGPUContext().gl;
  // tfjs would go on and give zeros. An uncaught error ends the worker, and the page starts another engine.
  canvas.addEventListener('webglcontextlost', () => setTimeout(() => { throw new Error('the WebGL context was lost'); }));
}
