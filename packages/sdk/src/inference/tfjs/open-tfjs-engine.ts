import { createPoseTracker, DETECTOR, LANDMARKER, type PoseRuntime, readModelFile } from '@vua/models/pose';
import type { EngineName } from '../engine-name.ts';
import type { LoadAsset, OpenPoseEngine } from '../pose-engine.ts';
import { createTfjsRuntime } from './tfjs-runtime.ts';

/**
 * An engine on a backend of tfjs.
 * @param setBackend makes the backend ready; called once for each engine that is opened.
 */
export function tfjsEngine(name: EngineName, setBackend: (load: LoadAsset) => Promise<void>): OpenPoseEngine {
  return async (load, { variant, encoding = 'quantized' }) => {
    // Each file is decoded while the other still comes.
    const model = async (name: 'detector' | typeof variant) => readModelFile(await load(`${name}-${encoding}`));
    const [detector, landmarker] = await Promise.all([model('detector'), model(variant), setBackend(load)]);
    const runtime = createTfjsRuntime(detector, landmarker);
    return { name, variant, ...createPoseTracker(runtime), warmUp: () => warmUp(runtime), dispose: () => runtime.dispose() };
  };
}

async function warmUp(runtime: PoseRuntime): Promise<void> {
  await runtime.detect(new Float32Array(DETECTOR.inputPx ** 2 * 3));
  await runtime.landmarks(new Float32Array(LANDMARKER.inputPx ** 2 * 3), true);
}
