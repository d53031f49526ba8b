import { ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-webgl';

/** @throws Error when the worker can make no WebGL 2 context. */
export async function setWebglBackend(): Promise<void> {
  if (!(await setBackend('webgl'))) throw new Error('tfjs cannot use WebGL here');
  await ready();
}
