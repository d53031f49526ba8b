const ROUND = 200_000;
const PROBE_MS = 1500;

/** Rounds a second of a fixed computation on one core: falls when something else uses the machine. */
export function cpuProbe(now: () => number = () => performance.now()): number {
  const start = now();
  let rounds = 0;
  let value = 0;
  while (now() - start < PROBE_MS) {
    for (let k = 1; k <= ROUND; k++) value += Math.sqrt(k) / (k + 1);
    rounds++;
  }
  if (!Number.isFinite(value)) throw new Error('the probe computed nothing');
  return rounds / ((now() - start) / 1000);
}
