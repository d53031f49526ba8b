import type { SizeChart } from '@vua/models/contracts';
import type { FitPreference, SizeAdvice } from '@vua/models/size';
import type { CameraFacing } from '../../capture/camera-session.ts';
import type { View } from '../../inference/frame-reading.ts';
import type { LiveState, ScanFailure } from '../../scan/index.ts';
import type { KeptState } from './kept/kept-state.ts';
import type { Measured } from './measured.ts';
import { type MoreState, NOTHING_MORE } from './more/more-state.ts';
import { type AnswerProblems, type AnswersDraft, EMPTY_DRAFT } from './read-answers.ts';
import type { Screen } from './screen-table.ts';
import type { Way } from './way.ts';

/** Everything the dialog shows. */
export interface FlowState {
  readonly screen: Screen;
  readonly way: Way;
  readonly draft: AnswersDraft;
  readonly problems: AnswerProblems;
  readonly preference: FitPreference;
  readonly facing: CameraFacing;
  readonly isMuted: boolean;
  readonly photos: Readonly<Partial<Record<View, File>>>;
  readonly chart?: SizeChart;
  /** Sizes that can be bought now. Absent: not known. */
  readonly inStock?: readonly string[];
  readonly chartProblem?: 'unknown-product' | 'not-a-size-chart' | 'unreachable';
  readonly live?: LiveState;
  readonly measured?: Measured;
  readonly advice?: SizeAdvice;
  readonly more: MoreState;
  readonly kept: KeptState;
  /** Why there is no result, or not even a beginning. On the screen of the photos: what was wrong with one of them, until it is changed. */
  readonly failure?: ScanFailure;
  /** Which screen showed the size chart. */
  readonly chartFrom: 'ways' | 'result';
  /** Said by the live region: the scan's caption. */
  readonly caption: string;
  /** 0-1 of a scan. */
  readonly progress: number;
}

/** A dialog that just opened. */
export const FLOW_START: FlowState = {
  screen: 'loading', way: 'camera', draft: EMPTY_DRAFT, problems: {}, preference: 'regular', facing: 'user', isMuted: false, photos: {}, chartFrom: 'ways', caption: '', progress: 0,
  more: NOTHING_MORE, kept: { status: 'off' },
};
