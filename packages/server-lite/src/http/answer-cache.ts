export interface AnswerCache<T> {
  /** Undefined: not kept, or no longer. */
  find(key: string): T | undefined;
  /** @returns the answer */
  keep(key: string, answer: T): T;
}

/** Keeps the answers that were asked for last, `most` in all, as `sizeOf` measures them and their keys. */
export function createAnswerCache<T>(most: number, sizeOf: (answer: T, key: string) => number): AnswerCache<T> {
  const answers = new Map<string, T>();
  let size = 0;
  const drop = (key: string): void => {
    const answer = answers.get(key);
    if (answers.delete(key) && answer !== undefined) size -= sizeOf(answer, key);
  };
  const keep = (key: string, answer: T): T => {
    drop(key);
    answers.set(key, answer);
    size += sizeOf(answer, key);
    for (const oldest of answers.keys()) {
      if (size <= most) break;
      drop(oldest);
    }
    return answer;
  };
  return {
    find: (key) => {
      const known = answers.get(key);
      if (known === undefined) return undefined;
      // To the end: the first is dropped first.
      answers.delete(key);
      answers.set(key, known);
      return known;
    },
    keep,
  };
}
