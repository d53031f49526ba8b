/** Keeps the newest `most` answers, each as long as its key is asked for. */
export function createAnswerCache<T>(most: number): (key: string, make: () => T) => T {
  const answers = new Map<string, T>();
  return (key, make) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const made = make();
    const [oldest] = answers.keys();
    if (answers.size >= most && oldest !== undefined) answers.delete(oldest);
    answers.set(key, made);
    return made;
  };
}
