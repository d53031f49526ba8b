/** How a session's vector is rounded before it leaves the device: whole steps of 1/64. */
const STEPS_PER_UNIT = 64;
const MOST_STEPS = 32_767;

/** The vector in whole steps, as `POST /v1/recommendations/by-vector` takes it: enough for the same list, too coarse to tell sessions apart by their last digits. */
export const vectorSteps = (vector: Float32Array): readonly number[] => Array.from(vector, (value) => Math.max(-MOST_STEPS, Math.min(MOST_STEPS, Math.round(value * STEPS_PER_UNIT) + 0)));
