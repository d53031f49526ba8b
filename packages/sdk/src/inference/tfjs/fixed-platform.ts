import { env } from '@tensorflow/tfjs-core';

/** A platform for tfjs whose only reachable file is the given one: no code of the library can make a request. */
export function setFixedPlatform(file?: ArrayBuffer): void {
  env().setPlatform('vua', {
    fetch: async () => {
      if (file === undefined) throw new Error('tfjs asked for a file');
      return new Response(file, { headers: { 'content-type': 'application/wasm' } });
    },
    now: () => performance.now(),
    encode: (text) => new TextEncoder().encode(text),
    decode: (bytes) => new TextDecoder().decode(bytes),
    setTimeoutCustom: (run, delayMs) => void setTimeout(run, delayMs),
    isTypedArray: (value): value is Float32Array | Int32Array | Uint8Array | Uint8ClampedArray =>
      value instanceof Float32Array || value instanceof Int32Array || value instanceof Uint8Array || value instanceof Uint8ClampedArray,
  });
}
