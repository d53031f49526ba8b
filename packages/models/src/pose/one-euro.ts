/** Cutoffs of the one-euro filter (Casiez et al., CHI 2012), Hz; `beta` couples the cutoff to speed. */
export interface OneEuroOptions {
  readonly minCutoffHz: number;
  readonly beta: number;
  readonly derivativeCutoffHz: number;
}

interface Memory {
  raw: number;
  smooth: number;
  speed: number;
}

/** Smooths a vector of values over time: calm when still, prompt when fast. */
export function createOneEuro(options: OneEuroOptions): (values: readonly number[], atMs: number, valueScale: number) => number[] {
  let memories: Memory[] = [];
  let lastMs: number | undefined;
  return (values, atMs, valueScale) => {
    const seconds = lastMs === undefined ? 1 / 30 : Math.max(1e-3, (atMs - lastMs) / 1000);
    lastMs = atMs;
    memories = values.map((value, index) => next(memories[index], value, seconds, valueScale, options));
    return memories.map(({ smooth }) => smooth);
  };
}

function next(last: Memory | undefined, value: number, seconds: number, valueScale: number, options: OneEuroOptions): Memory {
  if (last === undefined) return { raw: value, smooth: value, speed: 0 };
  const speedNow = ((value - last.raw) * valueScale) / seconds;
  const speed = mix(last.speed, speedNow, alpha(options.derivativeCutoffHz, seconds));
  const cutoffHz = options.minCutoffHz + options.beta * Math.abs(speed);
  return { raw: value, smooth: mix(last.smooth, value, alpha(cutoffHz, seconds)), speed };
}

function alpha(cutoffHz: number, seconds: number): number {
  return 1 / (1 + 1 / (2 * Math.PI * cutoffHz * seconds));
}

function mix(from: number, to: number, share: number): number {
  return from + share * (to - from);
}
