/** Numbers from -0.5 to 0.5, the same for the same seed (the minimal standard generator of Park and Miller). */
export function createNoise(seed: number): () => number {
  let state = (7919 * (Math.abs(seed) + 1)) % 2_147_483_647;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
}
