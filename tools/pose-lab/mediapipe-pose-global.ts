// `@mediapipe/pose` is a script that sets a global; pose-detection imports it as if it were a module.
export const { Pose } = globalThis as unknown as { Pose: unknown };
