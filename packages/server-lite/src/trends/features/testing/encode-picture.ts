import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import encodeJpeg, { init as initJpeg } from '@jsquash/jpeg/encode.js';

const { resolve } = createRequire(import.meta.url);

/** A square, red if nothing else is asked for, on green, as JPEG. */
export async function encodePicture(sidePx: number, isProgressive = false, rgb: readonly [number, number, number] = [200, 25, 30]): Promise<Uint8Array<ArrayBuffer>> {
  await initJpeg({
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'))), imports);
      done(instance);
      return instance.exports;
    },
  });
  return new Uint8Array(await encodeJpeg(onGreen(sidePx, rgb), { quality: 90, progressive: isProgressive }));
}

function onGreen(sidePx: number, rgb: readonly [number, number, number]): ImageData {
  const data = new Uint8ClampedArray(sidePx * sidePx * 4);
  for (let at = 0; at < sidePx * sidePx; at += 1) {
    const isMiddle = [at % sidePx, Math.floor(at / sidePx)].every((place) => place > sidePx * 0.25 && place < sidePx * 0.75);
    data.set(isMiddle ? [...rgb, 255] : [35, 130, 65, 255], at * 4);
  }
  return { data, width: sidePx, height: sidePx, colorSpace: 'srgb' };
}
