/** One signal among the pages of an origin: what you hold is out of date. */
export interface TabSignal {
  /** Tells the other pages. */
  tell(): void;
  /** Listens for other pages. @returns how to stop; safe to call twice. */
  hear(listener: () => void): () => void;
}

/**
 * The signal `name` through BroadcastChannel; silent where there is none.
 * The channel is open only while somebody listens: an open one may keep the page out of the back/forward cache.
 */
export function createTabSignal(name: string, open = openChannel): TabSignal {
  return {
    tell() {
      const channel = open(name);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel of one origin takes none
      channel?.postMessage('changed');
      channel?.close();
    },
    hear(listener) {
      const channel = open(name);
      channel?.addEventListener('message', () => listener());
      return () => channel?.close();
    },
  };
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    // Sandboxed pages have none.
    return undefined;
  }
}
