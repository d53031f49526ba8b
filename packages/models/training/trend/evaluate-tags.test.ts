import { describe, expect, it } from 'vitest';
import { evaluateColours } from './evaluate-colours.ts';
import { type ClassFigures, evaluateSentiment, evaluateTags } from './evaluate-tags.ts';
import { CAPTION_SAMPLES, readCaptions } from './read-captions.ts';

const [TUNED, TUNED_TOO, UNSEEN] = CAPTION_SAMPLES;

function named(figures: readonly ClassFigures[], name: string): ClassFigures {
  const found = figures.find((one) => one.name === name);
  if (!found) throw new Error(`no figures of ${name}`);
  return found;
}

describe('the labelled samples', () => {
  it('hold 200 captions and more before tuning, each once', () => {
    const texts = CAPTION_SAMPLES.flatMap((name) => readCaptions(name).captions.map(({ text }) => text));
    expect(readCaptions(TUNED).captions.length).toBeGreaterThanOrEqual(200);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([[TUNED, 0.97, 0.97], [TUNED_TOO, 0.95, 0.9], [UNSEEN, 0.9, 0.85]] as const)('%s is tagged as well as the model card says', (name, precision, recall) => {
    const all = named(evaluateTags(readCaptions(name).captions), 'all');
    expect(all.precision.ratio).toBeGreaterThanOrEqual(precision);
    expect(all.recall.ratio).toBeGreaterThanOrEqual(recall);
  });

  it('sound as the model card says', () => {
    const tuned = evaluateSentiment(readCaptions(TUNED).captions);
    expect(named(tuned, 'positive').precision.ratio).toBeGreaterThanOrEqual(0.95);
    expect(named(tuned, 'negative').precision.ratio).toBeGreaterThanOrEqual(0.9);
    expect(named(evaluateSentiment(readCaptions(UNSEEN).captions), 'positive').precision.ratio).toBeGreaterThanOrEqual(0.6);
  });
});

it.each([1, 2])('names the colour of made garments in nearly nine of ten pictures of seed %i', (seed) => {
  const { overall } = evaluateColours(seed);
  expect(overall.count).toBeGreaterThanOrEqual(200);
  expect(overall.ratio).toBeGreaterThanOrEqual(0.88);
});
