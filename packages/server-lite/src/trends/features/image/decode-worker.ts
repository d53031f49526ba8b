import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import decodeWebp, { init as initWebp } from '@jsquash/webp/decode.js';
import type { FromDecodeWorker, ToDecodeWorker } from './decode-messages.ts';

const { resolve } = createRequire(import.meta.url);

// The packages fetch their WebAssembly, which Node cannot do for files.
const fromFile = (name: string) => ({
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
    ({ data, width, height }) => answer({ ok: true, image: { rgba: new Uint8ClampedArray(data), widthPx: width, heightPx: height } }),
    () => answer({ ok: false }),
  );
});
