import { SdkError } from '../sdk-error.ts';

/** Asks for a file; ends the asking when the signal aborts. */
export type FetchFile = (url: string, init: { readonly signal: AbortSignal }) => Promise<Response>;

/**
 * After this long without a single byte an answer counts as stuck. No limit of the whole: a slow phone may take minutes, as long as something comes.
 */
export const STALL_LIMIT_MS = 20_000;

/**
 * The bytes of a file, however long they take to come.
 * @throws {SdkError} `offline` (not reached, or cut off), `model-unavailable` (an answer other than 2xx, or nothing more for {@link STALL_LIMIT_MS}).
 */
export async function fetchBytes(url: string, fetch: FetchFile): Promise<ArrayBuffer> {
  const stalled = new AbortController();
  const silence = new Promise<never>((_resolve, reject) => {
    stalled.signal.addEventListener('abort', () => reject(new SdkError('model-unavailable', `${url} sent nothing for ${STALL_LIMIT_MS} ms`)));
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(), STALL_LIMIT_MS);
  };
  listen();
  try {
    // A `fetch` of the page may take no notice of the signal.
    const response = await Promise.race([fetch(url, { signal: stalled.signal }), silence]);
    if (!response.ok) throw new SdkError('model-unavailable', `${url} answered ${response.status}`);
    return await Promise.race([readAll(response, listen), silence]);
  } catch (cause) {
    throw SdkError.is(cause) ? cause : new SdkError('offline', `${url} could not be reached`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** Believed of an answer's stated length before a byte has come. */
const ROOM_LIMIT_BYTES = 2 ** 25;
const PIECE_BYTES = 2 ** 20;

/** Reads an answer into one buffer that grows where it must: `arrayBuffer()` tells nothing until the end. `listen` is called at each piece. */
async function readAll({ body, headers }: Response, listen: () => void): Promise<ArrayBuffer> {
  listen();
  // A compressed answer states less than it gives.
  let bytes = new Uint8Array(Math.min(Math.max(Number(headers.get('content-length')) || 0, 0), ROOM_LIMIT_BYTES));
  let filled = 0;
  const read = body === null ? undefined : pieceReader(body);
  for (;;) {
    const piece = await read?.();
    if (piece === undefined) return filled === bytes.length ? bytes.buffer : bytes.buffer.slice(0, filled);
    listen();
    if (filled + piece.length > bytes.length) bytes = enlarged(bytes, filled + piece.length);
    bytes.set(piece, filled);
    filled += piece.length;
  }
}

/** Gives the next piece, valid until the one after it; undefined at the end. */
function pieceReader(body: ReadableStream<Uint8Array<ArrayBuffer>>): () => Promise<Uint8Array | undefined> {
  try {
    const reader = body.getReader({ mode: 'byob' });
    let room = new ArrayBuffer(PIECE_BYTES);
    return async () => {
      const { done, value } = await reader.read(new Uint8Array(room));
      room = value?.buffer ?? room;
      return done ? undefined : value;
    };
  } catch {
    // Where answers have no such reader, as in older Safari, each piece has new memory.
    const reader = body.getReader();
    return async () => (await reader.read()).value;
  }
}

function enlarged(bytes: Uint8Array<ArrayBuffer>, atLeast: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(2 * bytes.length, atLeast));
  larger.set(bytes);
  return larger;
}
