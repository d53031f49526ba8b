import type { BodyEstimate } from '@vua/models/body';
import type { Certainty, FitPreference } from '@vua/models/size';
import type { FittingEngine } from '../fitting-engine.ts';
import type { ChartSource } from './find-chart.ts';
import type { FlowState } from './flow-state.ts';

/** What the flow asks of the page and tells it. */
export interface FlowDeps extends ChartSource {
  readonly engine: FittingEngine;
  /** Sizes that can be bought now. Absent: not known. */
  readonly inStock?: readonly string[];
  /** Shows the live picture during a scan. */
  readonly video: HTMLVideoElement;
  onChange(state: FlowState): void;
  onAdvised(size: string, certainty: Certainty): void;
  /** What lists may be filtered by from now on; undefined when the shopper deleted it. */
  onBody(body: BodyEstimate | undefined, preference: FitPreference): void;
  /** The shopper has what they came for. */
  onDone(): void;
  onChosen(size: string, certainty: Certainty | undefined): void;
}
