/** The pose engines. */
export const ENGINE_NAMES = ['wasm', 'webgl', 'webgpu', 'tasks-vision'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** Which landmark weights run: `lite` is there first, `full` is more exact and loads behind it. */
export type ModelVariant = 'lite' | 'full';
