import { readFileSync } from 'node:fs';

export interface LabelledCaption {
  readonly text: string;
  readonly attributes: readonly string[];
  readonly sentiment: 'positive' | 'negative' | 'neutral';
}

export interface CaptionSample {
  /** Who wrote and labelled it, and when. */
  readonly note: string;
  readonly captions: readonly LabelledCaption[];
}

/** The samples of this repository: the first two were tuned on, the third was not. */
export const CAPTION_SAMPLES = ['caption-sample.json', 'caption-sample-2.json', 'caption-sample-3.json'] as const;

export function readCaptions(name: (typeof CAPTION_SAMPLES)[number]): CaptionSample {
  return JSON.parse(readFileSync(new URL(`../../src/trend/testing/${name}`, import.meta.url), 'utf8')) as CaptionSample;
}
