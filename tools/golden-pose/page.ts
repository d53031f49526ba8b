import { type CompiledModel, loadAndCompile, loadLiteRt, Tensor } from '@litertjs/core';
import { DETECTOR, detectPersons, LANDMARKER, type LandmarkOutputs, type PoseRuntime, type RgbaImage } from '@vua/models/pose';
import { cropToTensor, SIGNED_RANGE, UNIT_RANGE, type ValueRange } from '../../packages/models/src/pose/crop.ts';
import { gridToFrame } from '../../packages/models/src/pose/region.ts';
import { sigmoid } from '../../packages/models/src/pose/sigmoid.ts';
import { createPixelReader } from '../../packages/sdk/src/inference/read-pixels.ts';
import { type GoldenDetector, type GoldenLandmarks, inputOf, refinedPoints, writePng } from './golden.ts';

/** Everything the tool writes; PNGs base64. */
export interface GoldenFiles {
  readonly detectorInput: string;
  readonly detector: GoldenDetector;
  readonly landmarksInput: string;
  readonly landmarks: Readonly<Record<'lite' | 'full', GoldenLandmarks>>;
  readonly masks: Readonly<Record<'lite' | 'full', string>>;
}

const ROWS = 24;

async function run(model: CompiledModel, values: Float32Array, sidePx: number): Promise<Float32Array[]> {
  const input = new Tensor(values, [1, sidePx, sidePx, 3]);
  const outputs = await model.run([input]);
  const copies = await Promise.all(outputs.map(async (output) => (await output.data()).slice() as Float32Array));
  for (const tensor of [input, ...outputs]) tensor.delete();
  return copies;
}

/** Outputs in the model's own order (`Identity`, `Identity_1`, ...), told apart by their size. */
const sized = (outputs: readonly Float32Array[], size: number): Float32Array => {
  const found = outputs.find(({ length }) => length === size);
  if (found === undefined) throw new Error(`no output of ${size} values among ${outputs.map(({ length }) => length).join(', ')}`);
  return found;
};

function landmarkOutputs(outputs: readonly Float32Array[]): Required<LandmarkOutputs> {
  return {
    points: sized(outputs, 195), score: sized(outputs, 1)[0] ?? 0, mask: sized(outputs, 256 * 256),
    heatmap: sized(outputs, 64 * 64 * 39), world: sized(outputs, 117),
  };
}

/** Rounds a crop to the 8 bits that a picture file holds. */
async function pngOf(crop: Float32Array, sidePx: number, { scale, offset }: ValueRange): Promise<{ png: string; rounded: Float32Array }> {
  const byte = (k: number): number => Math.min(255, Math.max(0, Math.round(((crop[k] ?? 0) - offset) / scale)));
  const data = Uint8ClampedArray.from({ length: sidePx * sidePx * 4 }, (_, k) => (k % 4 === 3 ? 255 : byte(Math.floor(k / 4) * 3 + (k % 4))));
  const png = await writePng(sidePx, (pixel) => [byte(pixel * 3), byte(pixel * 3 + 1), byte(pixel * 3 + 2)]);
  return { png, rounded: inputOf(data, { scale, offset }) };
}

function topRows(boxes: Float32Array, logits: Float32Array): GoldenDetector {
  const order = [...logits.keys()].sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0)).slice(0, ROWS);
  const box = (anchor: number): number[] => [...boxes.subarray(anchor * DETECTOR.valuesPerBox, (anchor + 1) * DETECTOR.valuesPerBox)];
  return { rows: order.map((anchor) => ({ anchor, box: box(anchor), logit: logits[anchor] ?? 0 })) };
}

async function makeGolden(pictureUrl: string): Promise<GoldenFiles> {
  await loadLiteRt('/litert/');
  const open = (file: string) => loadAndCompile(`/mediapipe/${file}`, { accelerator: 'wasm' });
  const detectorModel = await open('pose_solution_packed_assets.data');
  const image = await createPixelReader()(await createImageBitmap(await (await fetch(pictureUrl)).blob()));
  let detectorInput: string | undefined;
  let detector: GoldenDetector | undefined;
  const runtime: Pick<PoseRuntime, 'detect'> = {
    async detect(input) {
      const { png, rounded } = await pngOf(input, DETECTOR.inputPx, SIGNED_RANGE);
      const outputs = await run(detectorModel, rounded, DETECTOR.inputPx);
      const [boxes, logits] = [sized(outputs, 2254 * 12), sized(outputs, 2254)];
      detectorInput = png;
      detector = topRows(boxes, logits);
      return { boxes, logits };
    },
  };
  const crop = await cropOfPerson(runtime, image);
  const { png: landmarksInput, rounded } = await pngOf(crop, LANDMARKER.inputPx, UNIT_RANGE);
  const results = { lite: await landmarksOf(await open('pose_landmark_lite.tflite'), rounded), full: await landmarksOf(await open('pose_landmark_full.tflite'), rounded) };
  if (detectorInput === undefined || detector === undefined) throw new Error('the detector did not run');
  return {
    detectorInput, detector, landmarksInput,
    landmarks: { lite: results.lite.landmarks, full: results.full.landmarks }, masks: { lite: results.lite.mask, full: results.full.mask },
  };
}

async function cropOfPerson(runtime: Pick<PoseRuntime, 'detect'>, image: RgbaImage): Promise<Float32Array> {
  const unused = (): never => { throw new Error('only the detector runs here'); };
  const [region] = await detectPersons({ ...runtime, landmarks: unused }, image);
  if (region === undefined) throw new Error('there is no person in the picture');
  return cropToTensor(image, gridToFrame(region, LANDMARKER.inputPx), LANDMARKER.inputPx, 'replicate', UNIT_RANGE);
}

async function landmarksOf(model: CompiledModel, input: Float32Array): Promise<{ landmarks: GoldenLandmarks; mask: string }> {
  const outputs = landmarkOutputs(await run(model, input, LANDMARKER.inputPx));
  const { points, world, score, mask } = outputs;
  const word = (pixel: number): number => Math.round(sigmoid(mask[pixel] ?? 0) * 65535);
  const png = await writePng(LANDMARKER.maskPx, (pixel) => [word(pixel) >> 8, word(pixel) & 255, 0]);
  return { landmarks: { points: [...points], refined: refinedPoints(outputs), world: [...world], score }, mask: png };
}

Object.assign(globalThis, { makeGolden });
