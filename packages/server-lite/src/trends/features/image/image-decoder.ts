import { Worker } from 'node:worker_threads';
import { keepWasmWrappers } from '../../../storage/sqlite/keep-wasm-wrappers.ts';
import type { FromDecodeWorker, ToDecodeWorker } from './decode-messages.ts';
import type { DecodedImage } from './decoded-image.ts';
import { readImageHead } from './read-image-head.ts';

export type ImageRefusal = 'unknown-format' | 'broken' | 'too-many-scans' | 'too-many-pixels' | 'too-slow';

export type ImageDecoding = { readonly status: 'decoded'; readonly image: DecodedImage } | { readonly status: 'refused'; readonly reason: ImageRefusal };

export interface ImageDecoder {
  /** One picture at a time, in the order of the calls. */
  decode(bytes: Uint8Array<ArrayBuffer>): Promise<ImageDecoding>;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/** What the decoder asks of a thread; it tells `message`, `error` and `exit`. */
export interface DecodeThread {
  postMessage(message: ToDecodeWorker, transfer: readonly ArrayBuffer[]): void;
  on(event: 'message' | 'error' | 'exit', listener: (told: FromDecodeWorker) => void): unknown;
  off(event: 'message' | 'error' | 'exit', listener: (told: FromDecodeWorker) => void): unknown;
  terminate(): Promise<number>;
}

export interface DecoderOptions {
  /** @default 4,000,000: more than the networks serve */
  readonly mostPixels?: number;
  readonly startThread?: () => DecodeThread;
  /** Resolves when a picture has had its time. @default 5 s */
  readonly timeUp?: (signal: AbortSignal) => Promise<void>;
}

const [MOST_PIXELS, TIMEOUT_MS] = [4_000_000, 5000];
const THREAD_LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 };

/** JPEG and WebP by WebAssembly in a thread of its own, which is ended when a picture takes too long or breaks it. Size and scans are looked at before. */
export function createImageDecoder({ mostPixels = MOST_PIXELS, startThread = openThread, timeUp = waitTimeout }: DecoderOptions = {}): ImageDecoder {
  let thread: DecodeThread | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const dropThread = async (): Promise<void> => {
    const dropped = thread;
    thread = undefined;
    await dropped?.terminate();
  };
  const unpack = async (message: ToDecodeWorker): Promise<ImageDecoding> => {
    thread ??= startThread();
    const answer = await askThread(thread, message, timeUp);
    if (answer === 'too-slow' || answer === 'gone') await dropThread();
    if (typeof answer === 'string') return { status: 'refused', reason: answer === 'gone' ? 'broken' : answer };
    return answer.ok ? { status: 'decoded', image: answer.image } : { status: 'refused', reason: 'broken' };
  };
  return {
    decode: (bytes) => {
      const head = readImageHead(bytes);
      if (head.status === 'refused') return Promise.resolve(head);
      if (head.widthPx * head.heightPx > mostPixels) return Promise.resolve({ status: 'refused', reason: 'too-many-pixels' });
      const decoding = last.then(() => unpack({ format: head.format, bytes: bytes.slice().buffer }));
      last = decoding.catch(() => undefined);
      return decoding;
    },
    close: async () => {
      await last;
      await dropThread();
    },
  };
}

function askThread(thread: DecodeThread, message: ToDecodeWorker, timeUp: (signal: AbortSignal) => Promise<void>): Promise<FromDecodeWorker | 'too-slow' | 'gone'> {
  const answered = new AbortController();
  return new Promise((resolve) => {
    const finish = (answer: FromDecodeWorker | 'too-slow' | 'gone'): void => {
      answered.abort();
      thread.off('message', finish);
      thread.off('error', onGone);
      thread.off('exit', onGone);
      resolve(answer);
    };
    const onGone = (): void => finish('gone');
    thread.on('message', finish);
    thread.on('error', onGone);
    thread.on('exit', onGone);
    thread.postMessage(message, [message.bytes]);
    void timeUp(answered.signal).then(() => finish('too-slow'));
  });
}

function openThread(): DecodeThread {
  keepWasmWrappers();
  const thread = new Worker(new URL('./decode-worker.ts', import.meta.url), { resourceLimits: THREAD_LIMITS });
  thread.unref();
  // Whoever waits for a picture hears of it; an error that nobody hears would end the process.
  thread.on('error', () => undefined);
  return thread;
}

/** Never resolves once the signal has told that nobody waits. */
function waitTimeout(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, TIMEOUT_MS);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}
