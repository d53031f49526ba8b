import type { AttributeId } from '@vua/models/trend';
import type { DecodedImage } from './decoded-image.ts';

export interface GarmentTag {
  readonly attribute: AttributeId;
  /** 0 to 1. */
  readonly probability: number;
}

/** Tells garments in pixels: a hook for a shop's own model, such as an ONNX file. None ships with this project, so without one pictures tell only colours. */
export interface GarmentTagger {
  tagGarments(image: DecodedImage): Promise<readonly GarmentTag[]>;
}
