/** An image in memory: row-major RGBA, 8 bits a channel, sRGB. */
export interface RgbaImage {
  readonly data: Uint8ClampedArray | Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}
