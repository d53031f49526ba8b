import { gpuEngine } from './gpu-engine.ts';
import { type LiveEngine, openEngine } from './open-engine.ts';
import type { ResolvedScanWorkerOptions } from './scan-worker-options.ts';

/** A graphics engine must be ready within this time, the compilation of its shaders included. */
const RACE_LIMIT_MS = 4000;

/** Lets the graphics processor run against the engine that is there. @returns it when it is faster and in time. */
export async function raceGraphics(first: LiveEngine, options: ResolvedScanWorkerOptions): Promise<LiveEngine | undefined> {
  const name = await gpuEngine();
  if (name === undefined) return undefined;
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, RACE_LIMIT_MS, undefined);
  const opening = openEngine(name, options).catch(() => undefined);
  const rival = await Promise.race([opening, late]);
  clearTimeout(timer);
  if (rival && rival.report.warmMs < first.report.warmMs) return rival;
  void opening.then((loser) => loser?.thread.close());
  return undefined;
}
