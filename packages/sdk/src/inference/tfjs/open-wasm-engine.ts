import type { OpenPoseEngine } from '../pose-engine.ts';
import { startWasm, type WasmStart } from '../start-wasm.ts';
import { tfjsEngine } from './open-tfjs-engine.ts';
import { setWasmBackend } from './wasm-backend.ts';

/** What the lite networks take once they are warm (measured: between 58 and 69 MiB). */
const RESERVED_BYTES = 70 * 2 ** 20;

let wasm: Promise<WasmStart> | undefined;

async function start(bytes: ArrayBuffer): Promise<WasmStart> {
  const started = startWasm(bytes, RESERVED_BYTES);
  await setWasmBackend(bytes, started);
  return started;
}

const open = tfjsEngine('wasm', async (load) => void (await (wasm ??= load('tfjs-wasm').then(start))));

/**
 * The default engine. The backend is set once; a second engine (the full weights) shares it.
 * Every call rejects with a RangeError once WebAssembly could get no more memory.
 */
export const openWasmEngine: OpenPoseEngine = async (load, options) => {
  const engine = await open(load, options);
  const checked: WasmStart['checked'] = async (act) => (await wasm)?.checked(act) ?? act();
  return {
    ...engine,
    estimate: (image, request) => checked(() => engine.estimate(image, request)),
    warmUp: () => checked(() => engine.warmUp()),
  };
};
