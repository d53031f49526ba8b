import { FileRefusal } from './import-problem.ts';

/** Largest file that is taken. */
const MAX_FILE_BYTES = 20 * 1024 * 1024;

// So much at once takes about a millisecond to read; between two pieces other requests have their turn.
const CHUNK_BYTES = 64 * 1024;

/**
 * The text of a file, piece by piece, without a byte order mark, each line ended by a line feed.
 * @throws {FileRefusal} when it is too large, no UTF-8, or has a NUL.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let read = 0;
  let lines = 1;
  let held = '';
  for await (const chunk of inChunks(bytes)) {
    if (read === 0) refuseUtf16(chunk);
    read += chunk.length;
    if (read > MAX_FILE_BYTES) throw new FileRefusal('file-too-large');
    const all = held + decoded(() => decoder.decode(chunk, { stream: true }), lines);
    // What ends in a carriage return may go on with its line feed.
    held = all.endsWith('\r') ? '\r' : '';
    const text = all.slice(0, all.length - held.length).replaceAll(/\r\n?/g, '\n');
    if (text.includes('\0')) throw new FileRefusal('nul-character', lines + countLines(text.slice(0, text.indexOf('\0'))));
    lines += countLines(text);
    if (text !== '') yield text;
  }
  const rest = (held + decoded(() => decoder.decode(), lines)).replaceAll('\r', '\n');
  if (rest !== '') yield rest;
}

export function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

async function* inChunks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    for (let start = 0; start < piece.length; start += CHUNK_BYTES) {
      yield piece.subarray(start, start + CHUNK_BYTES);
      await new Promise((resolve) => { setImmediate(resolve); });
    }
  }
}

function refuseUtf16([first, second]: Uint8Array): void {
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Without a mark every other byte of plain text is NUL; the first character of a catalog is one.
  if (isMarked || (first === 0) !== (second === 0)) throw new FileRefusal('encoding-utf-16');
}

function decoded(decode: () => string, line: number): string {
  try {
    return decode();
  } catch {
    throw new FileRefusal('not-utf-8', line);
  }
}
