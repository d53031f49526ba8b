/** Prepares a fault in a worker and returns what makes it happen. Stands alone, for it is sent as source: it sees nothing of its module. */
type Fault = () => () => void;

const CHANNEL = 'vua-worker-faults';

/** What can befall a worker. */
const WORKER_FAULTS = {
  /** No WebAssembly memory that is made afterwards grows, as where the system has none left. */
  'wasm-memory-refused': () => () => {
    WebAssembly.Memory.prototype.grow = () => { throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory'); };
  },
  /** Pictures ask for more than there is, by either way of reading them: the error is the browser's own. */
  'picture-memory-refused': () => () => {
    const refuse = (): never => { throw new Error(String(new ArrayBuffer(Number.MAX_SAFE_INTEGER).byteLength)); };
    globalThis.Uint8ClampedArray = new Proxy(Uint8ClampedArray, {
      construct: (target, given: unknown[]) => (Number(given[0]) > 100_000 ? refuse() : Reflect.construct(target, given) as object),
    });
    OffscreenCanvasRenderingContext2D.prototype.getImageData = refuse;
  },
  /** The graphics processor takes every context of the worker away. */
  'graphics-contexts-lost': () => {
    const contexts: WebGL2RenderingContext[] = [];
    const open = Reflect.get(OffscreenCanvas.prototype, 'getContext') as (this: OffscreenCanvas, ...given: unknown[]) => unknown;
    Reflect.set(OffscreenCanvas.prototype, 'getContext', function openAndKeep(this: OffscreenCanvas, ...given: unknown[]) {
      const context = open.apply(this, given);
      if (context instanceof WebGL2RenderingContext) contexts.push(context);
      return context;
    });
    return () => { for (const context of contexts) context.getExtension('WEBGL_lose_context')?.loseContext(); };
  },
} as const satisfies Readonly<Record<string, Fault>>;
export type WorkerFault = keyof typeof WORKER_FAULTS;

/** Source to run before a worker's own. */
export function faultSource(fault: WorkerFault, when: 'at-start' | 'when-told'): string {
  const told = `const channel = new BroadcastChannel('${CHANNEL}'); channel.onmessage = ({ data }) => { if (data === 'now') { act(); channel.postMessage('done'); } };`;
  return `{ const act = (${String(WORKER_FAULTS[fault])})(); ${when === 'at-start' ? 'act();' : told} }\n`;
}

/** Tells the workers of this origin to fail. Resolves when one has. */
export async function tellWorkersToFail(): Promise<void> {
  const channel = new BroadcastChannel(CHANNEL);
  const done = new Promise((resolve) => { channel.addEventListener('message', resolve, { once: true }); });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of one origin takes none
  channel.postMessage('now');
  await done;
  channel.close();
}
