import { env } from '@tensorflow/tfjs-core';

/** A platform for tfjs that reaches nothing: no code of the library can make a request. Every backend needs one: our bundles leave tfjs's own out. */
export function setFixedPlatform(): void {
  env().setPlatform('vua', {
    fetch: async () => { throw new Error('tfjs asked for a file'); },
    now: () => performance.now(),
    encode: (text) => new TextEncoder().encode(text),
    decode: (bytes) => new TextDecoder().decode(bytes),
    setTimeoutCustom: (run, delayMs) => void setTimeout(run, delayMs),
    isTypedArray: (value): value is Float32Array | Int32Array | Uint8Array | Uint8ClampedArray =>
      value instanceof Float32Array || value instanceof Int32Array || value instanceof Uint8Array || value instanceof Uint8ClampedArray,
  });
}
