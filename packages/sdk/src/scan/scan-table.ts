import type { View } from '../inference/frame-reading.ts';
import { LIVE_STEPS, type LiveStep, type ScanStep } from './scan-state.ts';

// The shopper may take a view anew, change the camera, lose it or give up wherever it runs.
const FROM_LIVE = ['permission', 'framing-front', 'framing-side', 'failed', 'cancelled'] as const;

/** Where a scan may go from each step. */
export const SCAN_TABLE: Readonly<Record<ScanStep, readonly ScanStep[]>> = {
  idle: ['permission', 'failed', 'cancelled'],
  permission: ['framing-front', 'framing-side', 'failed', 'cancelled'],
  'framing-front': ['hold-front', ...FROM_LIVE],
  'hold-front': ['capturing-front', ...FROM_LIVE],
  'capturing-front': ['turn', 'measuring', ...FROM_LIVE],
  turn: FROM_LIVE,
  'framing-side': ['hold-side', ...FROM_LIVE],
  'hold-side': ['capturing-side', ...FROM_LIVE],
  'capturing-side': ['measuring', ...FROM_LIVE],
  measuring: ['done', 'failed', 'cancelled'],
  done: ['permission'],
  failed: ['permission', 'cancelled'],
  cancelled: [],
};

export const canMove = (from: ScanStep, to: ScanStep): boolean => SCAN_TABLE[from].includes(to);

export const isLive = (step: ScanStep): step is LiveStep => LIVE_STEPS.some((live) => live === step);

/** The view a step is about. */
export const VIEW_OF: Readonly<Record<LiveStep, View>> = {
  'framing-front': 'front', 'hold-front': 'front', 'capturing-front': 'front',
  turn: 'side', 'framing-side': 'side', 'hold-side': 'side', 'capturing-side': 'side',
};
