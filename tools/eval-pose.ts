import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type OpenLab, openPoseLab } from './pose-lab/open-pose-lab.ts';

const HELP = `npm run eval:pose -- --data DIR [--variant lite|full] [--out FILE]

Reads every ID-front.jpg and ID-side.jpg of DIR in a real browser and compares the default engine with
@mediapipe/tasks-vision 0.10.35 on the same pictures, and its masks with ID-*-mask.png where there are any.

  --data DIR       folder with pictures
  --variant NAME   landmark weights, lite or full (default full)
  --out FILE       write the result as JSON`;

/** What the command writes. Landmarks in torso lengths, masks as intersection over union. */
interface PoseEvaluation {
  readonly n: number;
  readonly detected: number;
  readonly meanErrorTorso: number;
  readonly maskIou: { readonly vsReference: number; readonly vsTruth: number | null };
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, variant: { type: 'string', default: 'full' }, help: { type: 'boolean', default: false } },
});

if (values.help) console.log(HELP);
else if (values.data === undefined || !existsSync(values.data)) fail(`--data must name a folder\n\n${HELP}`);
else if (values.variant !== 'lite' && values.variant !== 'full') fail(`--variant must be lite or full, got ${values.variant}`);
else await run(resolve(values.data), values.variant, values.out);

function fail(message: string): void {
  console.error(message);
  process.exitCode = 2;
}

async function run(folder: string, variant: 'lite' | 'full', out: string | undefined): Promise<void> {
  const pictures = readdirSync(folder).filter((name) => /-(front|side)\.jpg$/.test(name)).sort();
  const lab = await openPoseLab(folder);
  try {
    await lab.call('open', 'ours', 'wasm', variant, 'quantized');
    await lab.call('open', 'reference', 'tasks-vision', variant, 'quantized');
    const result = await evaluate(lab, folder, pictures);
    console.table(result);
    if (out !== undefined) writeFileSync(out, `${JSON.stringify(result, undefined, 2)}\n`);
    if (result.n === 0) fail('there was no picture to read');
  } finally {
    await lab.close();
  }
}

async function evaluate(lab: OpenLab, folder: string, pictures: readonly string[]): Promise<PoseEvaluation> {
  const errors: number[] = [];
  const references: number[] = [];
  const truths: number[] = [];
  let detected = 0;
  for (const [index, picture] of pictures.entries()) {
    if (process.stderr.isTTY || index % 20 === 0) process.stderr.write(`\r${index + 1}/${pictures.length} ${picture}   `);
    const url = `/pictures/${picture}`;
    if (!(await lab.call('read', 'ours', 'ours', url, 1))) continue;
    detected++;
    if (await lab.call('read', 'reference', 'reference', url, 1)) {
      const { meanTorso, maskIou } = await lab.call('compare', 'ours', 'reference');
      errors.push(meanTorso);
      references.push(maskIou);
    }
    const mask = picture.replace('.jpg', '-mask.png');
    if (existsSync(resolve(folder, mask))) truths.push(await lab.call('compareWithTruth', 'ours', `/pictures/${mask}`));
  }
  process.stderr.write('\n');
  return {
    n: pictures.length, detected, meanErrorTorso: mean(errors),
    maskIou: { vsReference: mean(references), vsTruth: truths.length > 0 ? mean(truths) : null },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
