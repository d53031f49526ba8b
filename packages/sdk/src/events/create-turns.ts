/** Work that is done one piece after the other, in groups of what came meanwhile. */
export interface Turns<T> {
  /** Adds to the group that is worked on next. */
  push(item: T): void;
  /** Does `task` after all that was added, and before all that is added from now on. */
  cut(task: () => Promise<void> | void): void;
  /** Resolves when all that was added so far has been worked on. */
  settled(): Promise<void>;
}

/** @param work on a group; what it throws is dropped. */
export function createTurns<T>(work: (group: readonly T[]) => Promise<void>): Turns<T> {
  let last = Promise.resolve();
  /** Undefined: the next item asks for a turn. */
  let group: T[] | undefined;
  const inTurn = (task: () => Promise<void> | void): void => { last = last.then(task).catch(() => undefined); };
  return {
    push(item) {
      if (group) return void group.push(item);
      const mine = [item];
      group = mine;
      inTurn(() => {
        if (group === mine) group = undefined;
        return work(mine);
      });
    },
    cut(task) {
      group = undefined;
      inTurn(task);
    },
    settled: () => last,
  };
}
