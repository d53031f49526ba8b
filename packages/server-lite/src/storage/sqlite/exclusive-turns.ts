/** Gives the connection to one holder at a time, in the order of asking. */
export interface ExclusiveTurns {
  /** Resolves when it is this caller's turn; the result gives the turn on, and is safe to call twice. */
  take(): Promise<() => void>;
}

export function createExclusiveTurns(): ExclusiveTurns {
  let last = Promise.resolve();
  return {
    take: async () => {
      const before = last;
      const { promise, resolve } = Promise.withResolvers<void>();
      last = promise;
      await before;
      return resolve;
    },
  };
}
