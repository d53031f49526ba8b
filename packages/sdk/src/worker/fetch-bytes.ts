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
    return await Promise.race([heard(response, listen).arrayBuffer(), silence]);
  } catch (cause) {
    throw SdkError.is(cause) ? cause : new SdkError('offline', `${url} could not be reached`, { cause });
  } finally {
    clearTimeout(timer);
  }
}

/** The same answer; `listen` is called at each piece of it. */
function heard({ body }: Response, listen: () => void): Response {
  listen();
  return new Response(body?.pipeThrough(new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, pieces) {
      listen();
      pieces.enqueue(piece);
    },
  })));
}
