import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { clothOf, type Cloth } from './cloth.ts';
import { drawDress } from './drawings/draw-dress.ts';
import { drawShirt } from './drawings/draw-shirt.ts';
import { drawTee } from './drawings/draw-tee.ts';
import { drawTrousers } from './drawings/draw-trousers.ts';

const DRAWINGS: Readonly<Record<string, (cloth: Cloth) => SVGTemplateResult>> = {
  'linen-shirt-women': (cloth) => drawShirt(cloth, 'women'),
  'linen-shirt-men': (cloth) => drawShirt(cloth, 'men'),
  'midi-dress': drawDress,
  'straight-trousers-women': (cloth) => drawTrousers(cloth, 'women'),
  'straight-trousers-men': (cloth) => drawTrousers(cloth, 'men'),
  'cotton-tee': drawTee,
};

/** A used piece looks like the product it was sold as, whose id it has with an ending. */
export const drawingOf = (productId: string): ((cloth: Cloth) => SVGTemplateResult) | undefined => DRAWINGS[productId.replace(/-used$/, '')];

export interface GarmentPicture {
  readonly productId: string;
  /** `#rrggbb`. */
  readonly hex: string;
  /** What the picture shows; absent where the text beside it says so. */
  readonly label?: string;
}

/** The garment in one of its colours, laid flat. A product without a drawing stays empty. */
export function drawGarment({ productId, hex, label }: GarmentPicture): TemplateResult {
  const drawing = drawingOf(productId)?.(clothOf(hex));
  return label === undefined
    ? html`<svg class="garment" viewBox="30 20 340 450" aria-hidden="true">${drawing}</svg>`
    : html`<svg class="garment" viewBox="30 20 340 450" role="img" aria-label=${label}>${drawing}</svg>`;
}
