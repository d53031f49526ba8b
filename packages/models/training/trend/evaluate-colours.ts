import { dominantColours } from '../../src/trend/index.ts';
import { type MadeImage, SHADES, makeGarments } from '../../src/trend/testing/made-garment.ts';
import { seededRandom } from '../body/random.ts';
import { type RatioFigures, bootstrapRatio } from './bootstrap-ratio.ts';

const SEED = 1;

export interface ColourFigures {
  /** How often the largest colour is the garment's. */
  readonly overall: RatioFigures;
  /** By background, then by shade. */
  readonly groups: readonly { readonly name: string; readonly figures: RatioFigures }[];
}

/** @param seed of the made pictures: every shade of every colour on every background */
export function evaluateColours(seed: number): ColourFigures {
  const judged = makeGarments(seed).map((image) => ({ image, part: isRight(image) ? 1 : 0, whole: 1 }));
  const backgrounds = [...new Set(judged.map(({ image }) => image.background))];
  const group = (name: string, isIn: (image: MadeImage) => boolean) => ({ name, figures: bootstrapRatio(judged.filter(({ image }) => isIn(image)), seededRandom(SEED)) });
  return {
    overall: bootstrapRatio(judged, seededRandom(SEED)),
    groups: [...backgrounds.map((name) => group(name, ({ background }) => background === name)), ...Object.keys(SHADES).map((name) => group(name, ({ shade }) => shade === name))],
  };
}

function isRight({ rgba, widthPx, heightPx, shade }: MadeImage): boolean {
  return dominantColours(rgba, widthPx, heightPx)[0]?.attribute === `colour:${shade}`;
}
