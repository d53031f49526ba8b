import type { BodyEstimate } from '@vua/models/body';
import type { SizeChart } from '@vua/models/contracts';
import type { FitPreference, SizeAdvice } from '@vua/models/size';
import type { CameraFacing } from '../../capture/camera-session.ts';
import type { View } from '../../inference/frame-reading.ts';
import type { LiveState, ScanFailure } from '../../scan/index.ts';
import type { Outline } from '../../worker/scan-worker-api.ts';
import type { AnswerProblems, AnswersDraft } from './read-answers.ts';
import type { Screen } from './screen-table.ts';

/** How the shopper wants to be measured. */
export type Way = 'camera' | 'photos' | 'answers';

/** A measured body and, from pictures, the silhouettes it was read from. */
export interface Measured {
  readonly body: BodyEstimate;
  readonly outlines?: Readonly<Record<View, Outline>>;
}

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
  readonly chartProblem?: 'unknown-product' | 'not-a-size-chart' | 'unreachable';
  readonly live?: LiveState;
  readonly measured?: Measured;
  readonly advice?: SizeAdvice;
  readonly failure?: ScanFailure;
  /** Said by the live region: the scan's caption. */
  readonly caption: string;
  /** 0-1 of a scan. */
  readonly progress: number;
}
