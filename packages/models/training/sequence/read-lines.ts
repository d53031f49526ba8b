import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Unzip, UnzipInflate } from 'fflate';

/** The lines of a text file, unpacked where its name ends with .gz or .zip (the first file in it); one at a time, so that a file of any size can be read. */
export async function* readLines(file: string): AsyncGenerator<string> {
  const raw = createReadStream(file);
  const unpack = file.endsWith('.gz') ? createGunzip() : file.endsWith('.zip') ? unzipFirst() : new PassThrough();
  const input: Readable = raw.pipe(unpack);
  // `pipe` passes no errors on: a missing file would leave the reader waiting.
  raw.on('error', (error) => input.destroy(error));
  yield* createInterface({ input, crlfDelay: Infinity });
}

/** Node unpacks deflated streams, but knows no zip files. */
function unzipFirst(): Transform {
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  const push = (chunk: Uint8Array, isLast: boolean, done: (error?: Error) => void): void => {
    try {
      unzip.push(chunk, isLast);
    } catch (error) {
      return done(error as Error);
    }
    done();
  };
  const transform = new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => push(chunk, false, done),
    flush: (done) => push(new Uint8Array(0), true, done),
  });
  let found = false;
  unzip.onfile = (inner) => {
    if (found) return;
    found = true;
    inner.ondata = (error, data) => { if (error) transform.destroy(error); else transform.push(data); };
    inner.start();
  };
  return transform;
}
