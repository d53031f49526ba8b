import { type BodyPose, detectPersons, LANDMARKER, type PoseRuntime, readModelFile, type RgbaImage } from '@vua/models/pose';
import { cropToTensor, UNIT_RANGE } from '../../packages/models/src/pose/crop.ts';
import { decodePose } from '../../packages/models/src/pose/decode-pose.ts';
import { gridToFrame, type Region } from '../../packages/models/src/pose/region.ts';
import type { ModelVariant } from '../../packages/sdk/src/inference/engine-name.ts';
import type { LoadAsset } from '../../packages/sdk/src/inference/pose-engine.ts';
import { createGraphExecutor } from '../../packages/sdk/src/inference/tfjs/graph-executor.ts';
import { createTfjsRuntime } from '../../packages/sdk/src/inference/tfjs/tfjs-runtime.ts';

/** Both networks on the backend that is set, without a tracker round them. */
export async function openNetworks(load: LoadAsset, variant: ModelVariant, encoding: 'quantized' | 'half'): Promise<PoseRuntime> {
  const [detector, landmarker] = await Promise.all([load(`detector-${encoding}`), load(`${variant}-${encoding}`)]);
  return createTfjsRuntime(createGraphExecutor(readModelFile(detector)), createGraphExecutor(readModelFile(landmarker)));
}

/** The crop of the surest person that these networks detect. */
export async function findRegion(networks: PoseRuntime, image: RgbaImage): Promise<Region | undefined> {
  return (await detectPersons(networks, image))[0];
}

/** The pose that the landmark network gives for a crop, whoever found the crop. */
export async function poseInRegion(networks: PoseRuntime, image: RgbaImage, region: Region): Promise<BodyPose> {
  const input = cropToTensor(image, gridToFrame(region, LANDMARKER.inputPx), LANDMARKER.inputPx, 'replicate', UNIT_RANGE);
  return decodePose(await networks.landmarks(input, true), region, image.widthPx, image.heightPx).pose;
}
