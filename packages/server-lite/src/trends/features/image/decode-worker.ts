import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import decodeWebp, { init as initWebp } from '@jsquash/webp/decode.js';
import { fitImage } from './fit-image.ts';
import type { FromDecodeWorker, ToDecodeWorker } from './decode-messages.ts';

// What asks of pixels needs no more, and what goes to the main thread is copied and looked at there.
const MOST_SIDE_PX = 256;
const { resolve } = createRequire(import.meta.url);

// The packages fetch their WebAssembly, which Node cannot do for files.
const fromFile = (name: string) => ({
  // What is wrong with somebody's picture is told by its outcome, not on the server's error output.
  printErr: () => undefined,
  instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): WebAssembly.Exports => {
    const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(resolve(name))), imports);
    done(instance);
    return instance.exports;
  },
});

await initJpeg(fromFile('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));
await initWebp(fromFile('@jsquash/webp/codec/dec/webp_dec.wasm'));

const port = parentPort;
if (port === null) throw new Error('decode-worker runs as a worker thread');
const answer = (message: FromDecodeWorker): void => port.postMessage(message);

port.on('message', ({ format, bytes }: ToDecodeWorker) => {
  void (format === 'jpeg' ? decodeJpeg(bytes) : decodeWebp(bytes)).then(
    ({ data, width, height }) => answer({ ok: true, image: fitImage({ rgba: new Uint8ClampedArray(data), widthPx: width, heightPx: height }, MOST_SIDE_PX) }),
    () => answer({ ok: false }),
  );
});
