/** Logistic function; the argument is clipped to +-100 as MediaPipe does. */
export function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-Math.min(100, Math.max(-100, logit))));
}
