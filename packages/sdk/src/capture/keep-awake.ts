/** Keeps the screen on while the person stands away from it. Returns its own undo. A browser that refuses, or cannot, changes nothing. */
export function keepAwake(
  wakeLock: Pick<WakeLock, 'request'> | undefined, page: Pick<Document, 'hidden' | 'addEventListener' | 'removeEventListener'>,
): () => void {
  let isWanted = true;
  let lock: WakeLockSentinel | undefined;
  const request = async (): Promise<void> => {
    // The browser lets go of it whenever the page is hidden.
    if (page.hidden) return;
    lock = await wakeLock?.request('screen').catch(() => undefined);
    if (!isWanted) await lock?.release();
  };
  const onVisibility = (): void => void request();
  page.addEventListener('visibilitychange', onVisibility);
  void request();
  return () => {
    isWanted = false;
    page.removeEventListener('visibilitychange', onVisibility);
    void lock?.release();
  };
}
