import { DETECTOR, LANDMARKER, type PoseRuntime } from '@vua/models/pose';
import { SIGNED_RANGE, UNIT_RANGE } from '../../packages/models/src/pose/crop.ts';
import { sigmoid } from '../../packages/models/src/pose/sigmoid.ts';
import type { ModelVariant } from '../../packages/sdk/src/inference/engine-name.ts';
import { type GoldenDetector, type GoldenDifference, type GoldenLandmarks, inputOf, readPng, refinedPoints } from '../golden-pose/golden.ts';

/** Runs networks on the golden inputs. @param folder where the golden files are served; ends with a slash. */
export async function compareWithGolden(networks: PoseRuntime, variant: ModelVariant, folder: string): Promise<GoldenDifference> {
  const json = async <T>(name: string): Promise<T> => (await (await fetch(`${folder}${name}`)).json()) as T;
  return {
    ...(await compareDetector(networks, await readPng(`${folder}detector.png`), await json<GoldenDetector>('detector.json'))),
    ...(await compareLandmarks(networks, await readPng(`${folder}landmarks.png`), await json<GoldenLandmarks>(`${variant}.json`), await readPng(`${folder}${variant}-mask.png`))),
  };
}

interface Picture { readonly data: Uint8ClampedArray }

async function compareDetector(networks: PoseRuntime, picture: Picture, { rows }: GoldenDetector): Promise<Pick<GoldenDifference, 'boxesPx' | 'boxLogit'>> {
  const { boxes, logits } = await networks.detect(inputOf(picture.data, SIGNED_RANGE));
  const boxesPx = rows.flatMap(({ anchor, box }) => box.map((value, k) => Math.abs(value - (boxes[anchor * DETECTOR.valuesPerBox + k] ?? NaN))));
  return { boxesPx: Math.max(...boxesPx), boxLogit: Math.max(...rows.map(({ anchor, logit }) => Math.abs(logit - (logits[anchor] ?? NaN)))) };
}

async function compareLandmarks(networks: PoseRuntime, picture: Picture, golden: GoldenLandmarks, goldenMask: Picture): Promise<Omit<GoldenDifference, 'boxesPx' | 'boxLogit'>> {
  const { points, world, score, heatmap, mask } = await networks.landmarks(inputOf(picture.data, UNIT_RANGE), true);
  const pointsAt = (offsets: readonly number[]): number => largest([...golden.points.keys()].filter((k) => offsets.includes(k % LANDMARKER.valuesPerPoint)), golden.points, points);
  const probability = (cell: number): number => ((goldenMask.data[cell * 4] ?? 0) * 256 + (goldenMask.data[cell * 4 + 1] ?? 0)) / 65535;
  return {
    landmarksPx: pointsAt([0, 1]),
    depthPx: pointsAt([2]),
    refinedPx: largest(golden.refined.keys(), golden.refined, refinedPoints({ points, heatmap })),
    score: Math.abs(score - golden.score),
    worldM: largest(golden.world.keys(), golden.world, world),
    mask: (mask ?? new Float32Array()).reduce((most, logit, cell) => Math.max(most, Math.abs(sigmoid(logit) - probability(cell))), mask ? 0 : NaN),
  };
}

function largest(keys: Iterable<number>, a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(keys, (k) => Math.abs((a[k] ?? NaN) - (b[k] ?? NaN))));
}
