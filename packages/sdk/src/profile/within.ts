/** What `task` resolves to, or rejects after `limitMs`; the task goes on. */
export async function within<T>(limitMs: number, task: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new DOMException('storage does not answer', 'TimeoutError')), limitMs);
  try {
    return await Promise.race([task, late]);
  } finally {
    clearTimeout(timer);
  }
}
