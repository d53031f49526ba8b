import type { RgbaImage } from '@vua/models/pose';

/** Normal blur, as of a lens out of focus. Borders repeat. @param sigmaPx standard deviation of the kernel */
export function blur(image: RgbaImage, sigmaPx: number): RgbaImage {
  const { widthPx, heightPx } = image;
  const kernel = normalKernel(sigmaPx);
  const across = convolved(image.data, kernel, { count: widthPx, step: 4 }, { count: heightPx, step: widthPx * 4 });
  const data = convolved(across, kernel, { count: heightPx, step: widthPx * 4 }, { count: widthPx, step: 4 });
  return { data: Uint8ClampedArray.from(data), widthPx, heightPx };
}

/** Weights that sum to 1, as wide as three standard deviations either way. */
export function normalKernel(sigmaPx: number): Float32Array {
  const reach = Math.max(1, Math.ceil(3 * sigmaPx));
  const weights = Float32Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigmaPx ** 2)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

interface Axis {
  readonly count: number;
  /** Array places from one pixel to the next. */
  readonly step: number;
}

function convolved(data: Float32Array | RgbaImage['data'], kernel: Float32Array, along: Axis, lines: Axis): Float32Array {
  const out = new Float32Array(data.length);
  const reach = (kernel.length - 1) / 2;
  const last = along.count - 1;
  for (let line = 0; line < lines.count; line++) {
    for (let i = 0; i < along.count; i++) {
      let [red, green, blue] = [0, 0, 0];
      for (let k = -reach; k <= reach; k++) {
        const from = line * lines.step + Math.min(Math.max(i + k, 0), last) * along.step;
        const weight = kernel[k + reach] as number;
        red += weight * (data[from] as number);
        green += weight * (data[from + 1] as number);
        blue += weight * (data[from + 2] as number);
      }
      out.set([red, green, blue, 255], line * lines.step + i * along.step);
    }
  }
  return out;
}
