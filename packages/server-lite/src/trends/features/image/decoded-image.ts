/** Pixels of a picture, at most 256 a side. */
export interface DecodedImage {
  /** Four bytes a pixel, row by row. */
  readonly rgba: Uint8ClampedArray;
  readonly widthPx: number;
  readonly heightPx: number;
}
