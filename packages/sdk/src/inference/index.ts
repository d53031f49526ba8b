// What developers import as `@vua/sdk/pose`: the engine by itself, without camera and scan.
export { createPoseDetector } from './create-pose-detector.ts';
export type { DetectedPose, EnginePoseDetector, PoseDetectorInput, PoseDetectorOptions, PoseKeypoint } from './create-pose-detector.ts';
export type { SegmentationMask } from './frame-mask.ts';
export type { EngineAsset, LoadAsset, PoseEngine, PoseEngineOptions } from './pose-engine.ts';
export { openWasmEngine } from './tfjs/open-wasm-engine.ts';
