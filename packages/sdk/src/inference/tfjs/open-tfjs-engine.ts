import { createPoseTracker, DETECTOR, LANDMARKER, type PoseRuntime, readModelFile } from '@vua/models/pose';
import type { EngineName } from '../engine-name.ts';
import type { LoadAsset, OpenPoseEngine, PoseEngineOptions } from '../pose-engine.ts';
import { createGraphExecutor, type GraphExecutor } from './graph-executor.ts';
import { createTfjsRuntime } from './tfjs-runtime.ts';

type Encoding = NonNullable<PoseEngineOptions['encoding']>;

/**
 * An engine on a backend of tfjs. Engines of one thread share the detector, which stays until the thread ends:
 * when the full weights replace the lite ones, only they are new (35 MB less at the peak).
 * @param setBackend makes the backend ready; called once for each engine that is opened.
 */
export function tfjsEngine(name: EngineName, setBackend: (load: LoadAsset) => Promise<void>): OpenPoseEngine {
  const detectors = new Map<Encoding, Promise<GraphExecutor>>();

  return async (load, { variant, encoding = 'quantized' }) => {
    const backend = setBackend(load);
    // Each file is decoded while the other still comes; a backend that fails waits for none.
    const executor = async (model: 'detector' | typeof variant): Promise<GraphExecutor> => {
      const [decoded] = await Promise.all([load(`${model}-${encoding}`).then(readModelFile), backend]);
      return createGraphExecutor(decoded);
    };
    const detector = detectors.get(encoding) ?? executor('detector');
    detectors.set(encoding, detector);
    detector.catch(() => detectors.delete(encoding));
    const [detect, landmarks] = await Promise.all([detector, executor(variant)]);
    const runtime = createTfjsRuntime(detect, landmarks);
    return { name, variant, ...createPoseTracker(runtime), warmUp: () => warmUp(runtime), dispose: () => landmarks.dispose() };
  };
}

async function warmUp(runtime: PoseRuntime): Promise<void> {
  await runtime.detect(new Float32Array(DETECTOR.inputPx ** 2 * 3));
  await runtime.landmarks(new Float32Array(LANDMARKER.inputPx ** 2 * 3), true);
}
