import type { BodyEstimate } from '@vua/models/body';
import type { FrameReading, View } from '../inference/frame-reading.ts';
import type { SdkErrorCode } from '../sdk-error.ts';
import type { Outline, ScanOutcome } from '../worker/scan-worker-api.ts';
import type { LiveStep, ScanFailure, ScanStep } from './scan-state.ts';

/** All a scan remembers. Nothing in it can be measured: only the latest outline and hint of the overlay. */
export interface ScanMachine {
  readonly step: ScanStep;
  /** Views that are not captured yet, front before side; the first is under way. */
  readonly missing: readonly View[];
  /** True while the page is hidden. */
  readonly paused: boolean;
  /** When the step began, milliseconds of the scan's clock. */
  readonly sinceMs: number;
  /** Frames kept of the view under way. */
  readonly kept: number;
  /** When the last frame was kept. */
  readonly keptAtMs: number;
  /** The latest answer about a live frame. */
  readonly reading?: FrameReading;
  /** Milliseconds of the scan's clock at that answer. */
  readonly atMs: number;
  readonly failure?: ScanFailure;
  readonly result?: { readonly body: BodyEstimate; readonly outlines: Readonly<Record<View, Outline>> };
}

export type ScanEvent =
  | { readonly type: 'start'; readonly atMs: number }
  | { readonly type: 'camera-opened'; readonly atMs: number }
  /** `step` is the step in which the frame was sent: an answer that comes late moves nothing. */
  | { readonly type: 'frame-read'; readonly step: LiveStep; readonly reading: FrameReading; readonly atMs: number }
  | { readonly type: 'measured'; readonly outcome: ScanOutcome; readonly atMs: number }
  | { readonly type: 'fault'; readonly code: SdkErrorCode; readonly atMs: number }
  | { readonly type: 'retake'; readonly view: View; readonly atMs: number }
  | { readonly type: 'retry'; readonly atMs: number }
  | { readonly type: 'camera-changed'; readonly atMs: number }
  | { readonly type: 'page-hidden'; readonly atMs: number }
  | { readonly type: 'page-shown'; readonly atMs: number }
  | { readonly type: 'cancel'; readonly atMs: number };

/** What the world has to do. */
export type ScanEffect =
  | { readonly type: 'open-camera' }
  | { readonly type: 'close-camera' }
  | { readonly type: 'forget'; readonly view: View }
  | { readonly type: 'measure' }
  | { readonly type: 'vibrate'; readonly patternMs: readonly number[] };

export interface ScanMove {
  readonly machine: ScanMachine;
  readonly effects: readonly ScanEffect[];
}

export const BOTH_VIEWS: readonly View[] = ['front', 'side'];

/** A scan that has not begun. `paused`: the page is hidden from the start. */
export const initialScan = (atMs: number, paused = false): ScanMachine =>
  ({ step: 'idle', missing: BOTH_VIEWS, paused, sinceMs: atMs, kept: 0, keptAtMs: atMs, atMs });
