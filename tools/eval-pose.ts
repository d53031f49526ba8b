import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type OpenLab, openPoseLab } from './pose-lab/open-pose-lab.ts';
import type { Comparison } from './pose-lab/page.ts';

const HELP = `npm run eval:pose -- --data DIR [--variant lite|full] [--out FILE]

Reads every ID-front.jpg and ID-side.jpg of DIR in Chromium. The pipeline with half-float weights is compared with
@mediapipe/tasks-vision 0.10.35 on the same weights (meanErrorTorso, maskIou.vsReference); the shipped ten-bit weights say
whether there is a person (detected) and are compared with ID-*-mask.png where there are any (maskIou.vsTruth), with
tasks-vision (quantized), and with the half floats on the very same crop (quantized.sameCrop).

  --data DIR       folder with pictures
  --variant NAME   landmark weights, lite or full (default full)
  --out FILE       write the result as JSON`;

/** What the command writes. Landmarks in torso lengths, masks as intersection over union. */
interface PoseEvaluation {
  readonly n: number;
  readonly detected: number;
  readonly meanErrorTorso: number;
  readonly maskIou: { readonly vsReference: number; readonly vsTruth: number | null };
  readonly quantized: {
    readonly meanErrorTorso: number;
    readonly maskIou: number;
    readonly sameCrop: { readonly meanErrorTorso: number; readonly maskIou: number };
  };
}

/** What was found on one picture; absent where one of the two saw no person. */
interface PictureEvaluation {
  readonly detected: boolean;
  readonly half?: Comparison | undefined;
  readonly quantized?: Comparison | undefined;
  readonly sameCrop?: Comparison | undefined;
  readonly vsTruth?: number | undefined;
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
    await lab.call('open', 'half', 'wasm', variant, 'half');
    await lab.call('open', 'quantized', 'wasm', variant, 'quantized');
    await lab.call('open', 'reference', 'tasks-vision', variant, 'half');
    const found: PictureEvaluation[] = [];
    for (const [index, picture] of pictures.entries()) {
      if (process.stderr.isTTY || index % 20 === 0) process.stderr.write(`\r${index + 1}/${pictures.length} ${picture}   `);
      found.push(await evaluate(lab, variant, folder, picture));
    }
    process.stderr.write('\n');
    const result = summarize(found);
    console.log(JSON.stringify(result, undefined, 2));
    if (out !== undefined) writeFileSync(out, `${JSON.stringify(result, undefined, 2)}\n`);
    if (result.n === 0) fail('there was no picture to read');
  } finally {
    await lab.close();
  }
}

async function evaluate(lab: OpenLab, variant: 'lite' | 'full', folder: string, picture: string): Promise<PictureEvaluation> {
  const url = `/pictures/${picture}`;
  const seen = { half: false, quantized: false, reference: false };
  for (const engine of ['half', 'quantized', 'reference'] as const) seen[engine] = await lab.call('read', engine, engine, url, 1);
  const against = async (engine: 'half' | 'quantized') => (seen[engine] && seen.reference ? lab.call('compare', engine, 'reference') : undefined);
  const mask = picture.replace('.jpg', '-mask.png');
  const hasTruth = seen.quantized && existsSync(resolve(folder, mask));
  return {
    detected: seen.quantized,
    half: await against('half'),
    quantized: await against('quantized'),
    sameCrop: (await lab.call('readSameCrop', 'same', variant, url)) ? await lab.call('compare', 'same-half', 'same-quantized') : undefined,
    vsTruth: hasTruth ? await lab.call('compareWithTruth', 'quantized', `/pictures/${mask}`) : undefined,
  };
}

function summarize(found: readonly PictureEvaluation[]): PoseEvaluation {
  const comparison = (kind: 'half' | 'quantized' | 'sameCrop') => {
    const all = found.flatMap((one) => one[kind] ?? []);
    return { meanErrorTorso: mean(all.map(({ meanTorso }) => meanTorso)), maskIou: mean(all.map(({ maskIou }) => maskIou)) };
  };
  const half = comparison('half');
  const truths = found.flatMap(({ vsTruth }) => vsTruth ?? []);
  return {
    n: found.length,
    detected: found.filter(({ detected }) => detected).length,
    meanErrorTorso: half.meanErrorTorso,
    maskIou: { vsReference: half.maskIou, vsTruth: truths.length > 0 ? mean(truths) : null },
    quantized: { ...comparison('quantized'), sameCrop: comparison('sameCrop') },
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
