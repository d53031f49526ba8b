import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encodeJpeg, { init as initJpeg } from '@jsquash/jpeg/encode.js';

const { resolve } = createRequire(import.meta.url);

/** A red square on green, as JPEG. */
export async function encodePicture(sidePx: number, isProgressive = false): Promise<Uint8Array<ArrayBuffer>> {
  await initJpeg({
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))), imports);
      done(instance);
      return instance.exports;
    },
  });
  return new Uint8Array(await encodeJpeg(redOnGreen(sidePx), { quality: 90, progressive: isProgressive }));
}

function redOnGreen(sidePx: number): ImageData {
  const data = new Uint8ClampedArray(sidePx * sidePx * 4);
  for (let at = 0; at < sidePx * sidePx; at += 1) {
    const isMiddle = [at % sidePx, Math.floor(at / sidePx)].every((place) => place > sidePx * 0.25 && place < sidePx * 0.75);
    data.set(isMiddle ? [200, 25, 30, 255] : [35, 130, 65, 255], at * 4);
  }
  return { data, width: sidePx, height: sidePx, colorSpace: 'srgb' };
}
