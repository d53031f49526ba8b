/** What the tab keeps, or undefined where the browser refuses it. */
export function openSessionStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
