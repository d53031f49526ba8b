import { parseArgs } from 'node:util';
import type { RatioFigures } from '../packages/models/training/trend/bootstrap-ratio.ts';
import { evaluateColours } from '../packages/models/training/trend/evaluate-colours.ts';
import { type ClassFigures, evaluateSentiment, evaluateTags } from '../packages/models/training/trend/evaluate-tags.ts';
import { CAPTION_SAMPLES, readCaptions } from '../packages/models/training/trend/read-captions.ts';

const HELP = `npm run eval:tags -- [--seed N]

Judges tags and sentiment of captions on the project's own labelled samples, and names of colours on pictures made from
a seed. Intervals are of 95 % over captions or pictures drawn with replacement. These are made captions and made pictures,
not posts; the model card says how they came about.

  --seed N   of the made pictures (default 1)`;

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, help: { type: 'boolean', default: false } } });
const seed = Number(values.seed);

if (values.help) console.log(HELP);
else if (!Number.isInteger(seed)) {
  console.error(`--seed must be a whole number\n\n${HELP}`);
  process.exitCode = 2;
} else run();

function run(): void {
  for (const name of CAPTION_SAMPLES) {
    const { note, captions } = readCaptions(name);
    console.log(`${name}, ${captions.length} captions. ${note}\n`);
    console.log(`${[...evaluateTags(captions), ...evaluateSentiment(captions)].map(lineOf).join('\n')}\n`);
  }
  const { overall, groups } = evaluateColours(seed);
  console.log(`${overall.count} made pictures of seed ${seed}: the largest colour is the garment's`);
  console.log([{ name: 'all', figures: overall }, ...groups].map(({ name, figures }) => `  ${name.padEnd(14)} ${textOf(figures)}`).join('\n'));
}

function lineOf({ name, precision, recall }: ClassFigures): string {
  return `  ${name.padEnd(14)} precision ${textOf(precision)}   recall ${textOf(recall)}`;
}

function textOf({ ratio, low, high, count }: RatioFigures): string {
  return count === 0 ? 'none' : `${ratio.toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)}) of ${String(count).padStart(3)}`;
}
