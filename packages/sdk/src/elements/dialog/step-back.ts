/** The parts of a window that a step in its history needs. */
export interface StepPage {
  readonly history: Pick<History, 'pushState' | 'back' | 'state'>;
  addEventListener(type: 'popstate', listener: (event: Event) => void, options: { readonly capture: true; readonly once: true; readonly signal: AbortSignal }): void;
}

/**
 * Makes the browser's Back close something on the page instead of leaving the page: by a step of the same address and state, of which no router hears.
 *
 * @param close called when Back was pressed.
 * @param signal ends it without a step, where the page itself has gone elsewhere.
 * @returns takes the step back where Back did not; resolves when the page may navigate again. Safe to call twice.
 */
export function stepBack(close: () => void, signal: AbortSignal, page: StepPage = window): () => Promise<void> {
  try {
    page.history.pushState(page.history.state, '');
  } catch {
    // Some frames may not change their history: there Back leaves the page, as before.
    return async () => undefined;
  }
  let isLeaving = false;
  const left = new Promise<void>((resolve) => {
    page.addEventListener('popstate', (event) => {
      event.stopImmediatePropagation();
      resolve();
      const isAsked = isLeaving;
      isLeaving = true;
      if (!isAsked) close();
    }, { capture: true, once: true, signal });
  });
  return async () => {
    if (signal.aborted) return;
    if (!isLeaving) page.history.back();
    isLeaving = true;
    await left;
  };
}
