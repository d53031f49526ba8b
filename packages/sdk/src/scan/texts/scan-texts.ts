import type { FrameHint } from '../../inference/frame-reading.ts';
import type { SdkErrorCode } from '../../sdk-error.ts';
import type { RefusalReason } from '../../worker/scan-worker-api.ts';
import type { ScanOffer, ScanStep } from '../scan-state.ts';
import type { AgeProblem, MassProblem, StatureProblem } from '../parse-profile.ts';

/** Everything a scan says, in one language. Data only. */
export interface ScanTexts {
  /** Caption of each step while nothing is to mend; also spoken. */
  readonly steps: Readonly<Record<ScanStep, string>>;
  /** What to mend; also spoken. */
  readonly hints: Readonly<Record<FrameHint, string>>;
  readonly faults: Readonly<Record<SdkErrorCode, string>>;
  readonly refusals: Readonly<Record<RefusalReason, string>>;
  /** Button captions of what can be done after a failure. */
  readonly offers: Readonly<Record<ScanOffer, string>>;
  readonly statureProblems: Readonly<Record<StatureProblem, string>>;
  readonly massProblems: Readonly<Record<MassProblem | 'mass-implausible', string>>;
  readonly ageProblems: Readonly<Record<AgeProblem, string>>;
  /** While the page was hidden. */
  readonly paused: string;
  /** How to stand, dress and place the phone, shown before the camera opens. */
  readonly preparation: readonly string[];
}
