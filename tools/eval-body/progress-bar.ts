const CELLS = 30;

/** One line that says how far a run is and how long it will still take. @param startedMs and `nowMs` of the same clock */
export function progressBar(done: number, of: number, startedMs: number, nowMs: number): string {
  const filled = Math.round((CELLS * done) / of);
  const leftS = done === 0 ? NaN : ((nowMs - startedMs) / done) * ((of - done) / 1000);
  return `[${'#'.repeat(filled)}${'-'.repeat(CELLS - filled)}] ${done}/${of}${Number.isNaN(leftS) ? '' : `, ${Math.ceil(leftS)} s left`}`;
}
