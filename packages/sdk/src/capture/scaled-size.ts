import type { VideoSize } from './camera-session.ts';

/** The size of a picture whose longest side may be at most `limitPx`, in whole pixels, same shape; never larger than it was. */
export function scaledSize({ widthPx, heightPx }: VideoSize, limitPx: number): VideoSize {
  const scale = Math.min(1, limitPx / Math.max(widthPx, heightPx));
  return { widthPx: Math.max(1, Math.round(widthPx * scale)), heightPx: Math.max(1, Math.round(heightPx * scale)) };
}
