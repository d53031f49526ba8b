import { registerBackend, registerKernel, setBackend } from '@tensorflow/tfjs-core';
import { BackendWasm } from '@tensorflow/tfjs-backend-wasm/dist/backend_wasm.js';
import { addConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Add.js';
import { concatConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Concat.js';
import { depthToSpaceConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/DepthToSpace.js';
import { fusedConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedConv2D.js';
import { fusedDepthwiseConv2DConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/FusedDepthwiseConv2D.js';
import { maxPoolConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/MaxPool.js';
import { padV2Config } from '@tensorflow/tfjs-backend-wasm/dist/kernels/PadV2.js';
import { relu6Config } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Relu6.js';
import { reshapeConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Reshape.js';
import { resizeBilinearConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/ResizeBilinear.js';
import { sigmoidConfig } from '@tensorflow/tfjs-backend-wasm/dist/kernels/Sigmoid.js';
import { startWasm, type WasmStart } from '../start-wasm.ts';
import { setFixedPlatform } from './fixed-platform.ts';
import { openTfjsModule } from './tfjs-module.ts';

const KERNELS = [
  addConfig, concatConfig, depthToSpaceConfig, fusedConv2DConfig, fusedDepthwiseConv2DConfig, maxPoolConfig, padV2Config,
  relu6Config, reshapeConfig, resizeBilinearConfig, sigmoidConfig,
];

/**
 * Sets tfjs's WASM backend (single thread, SIMD) from bytes that were fetched and checked before.
 * Only the kernels of the pose networks are registered.
 * @throws {RangeError} when there is no memory for it.
 */
export async function setWasmBackend(bytes: ArrayBuffer, wasm: WasmStart = startWasm(bytes)): Promise<void> {
  setFixedPlatform();
  const module = await openTfjsModule(wasm);
  for (const config of KERNELS) registerKernel(config);
  registerBackend('wasm', () => new BackendWasm(module));
  await setBackend('wasm');
}
