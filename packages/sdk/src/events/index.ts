export { createIdMaker } from './create-id-maker.ts';
export { createIdentityKeeper } from './create-identity-keeper.ts';
export { createRecorder } from './create-recorder.ts';
export { CLICKED_KEY } from './mark-items.ts';
export type { ClickedItems } from './mark-items.ts';
export type { Session } from './session-rule.ts';
export type { TrackResult } from './track-result.ts';
