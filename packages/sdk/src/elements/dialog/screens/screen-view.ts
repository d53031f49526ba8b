import type { TemplateResult } from 'lit';
import type { FittingFlow } from '../fitting-flow.ts';
import type { FlowState } from '../flow-state.ts';
import type { Words } from '../texts/words.ts';

export interface ScreenContext {
  readonly state: FlowState;
  readonly flow: FittingFlow;
  readonly words: Words;
  /** The live picture with its overlay. */
  readonly stage: HTMLElement;
}

/** What a screen puts into the dialog's frame. */
export interface ScreenView {
  readonly title: string;
  /** What the live region says. @default the title */
  readonly spoken?: string;
  /** The panel beside the content; above it on a phone when `isVisualVital`. */
  readonly visual: TemplateResult;
  readonly isVisualVital?: boolean;
  readonly content: TemplateResult;
}

export type ScreenOf = (context: ScreenContext) => ScreenView;
