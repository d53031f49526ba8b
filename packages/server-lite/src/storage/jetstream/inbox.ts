/** Between one who puts and one who takes. */
export interface Inbox<T> {
  /** Resolves when there is room for another one. */
  put(item: T): Promise<void>;
  /** Resolves when something is there, or the inbox is closed. */
  filled(): Promise<void>;
  /** In their order, without waiting. */
  take(most: number): readonly T[];
  /** From now on nobody waits. */
  close(): void;
}

export function createInbox<T>(room: number): Inbox<T> {
  const items: T[] = [];
  let waiting: (() => void)[] = [];
  const state = { isClosed: false };
  const wake = (): void => {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!state.isClosed && !isSo()) await new Promise<void>((resolve) => { waiting.push(resolve); });
  };
  return {
    put: (item) => {
      items.push(item);
      wake();
      return until(() => items.length < room);
    },
    filled: () => until(() => items.length > 0),
    take: (most) => {
      const taken = items.splice(0, most);
      wake();
      return taken;
    },
    close: () => {
      state.isClosed = true;
      wake();
    },
  };
}
