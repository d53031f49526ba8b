/** What a page tells about itself. */
export interface PageEvents {
  /** May be the last moment. */
  readonly onLeave: () => void;
  /** The page is back, or the network may be. */
  readonly onReturn: () => void;
}

/** @returns how to stop; safe to call twice. */
export function watchPage({ onLeave, onReturn }: PageEvents, page: Window = window): () => void {
  const end = new AbortController();
  const listen = (target: EventTarget, type: string, listener: (event: Event) => void): void => target.addEventListener(type, listener, { signal: end.signal, capture: true });
  // `pagehide`, not `unload`: an unload handler switches off the back/forward cache. On phones often only the other comes.
  listen(page, 'pagehide', () => onLeave());
  listen(page.document, 'visibilitychange', () => { if (page.document.visibilityState === 'hidden') onLeave(); });
  listen(page, 'online', () => onReturn());
  // Not at the first showing: what waits then may wait for company.
  listen(page, 'pageshow', (event) => { if ((event as PageTransitionEvent).persisted) onReturn(); });
  return () => end.abort();
}
