import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const NEW_LINE = 0x0a;

/** Writes lines into a new file that only its owner reads, as they come. @returns how many */
export async function writeEvents(file: string, lines: AsyncIterable<string>, signal: AbortSignal): Promise<number> {
  let count = 0;
  const counter = new Transform({ transform: (chunk: Buffer, _encoding, done) => {
    for (const byte of chunk) if (byte === NEW_LINE) count += 1;
    done(null, chunk);
  } });
  await pipeline(lines, counter, createWriteStream(file, { mode: 0o600, flags: 'wx' }), { signal });
  return count;
}
