import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { GoldenFiles } from './golden-pose/page.ts';
import { REPOSITORY_ROOT } from './repository-root.ts';
import { bundlePage } from './testing/bundle-page.ts';
import { openBrowser } from './testing/open-browser.ts';
import { serveFolders } from './testing/serve-folders.ts';

const HELP = `node tools/make-golden-pose.ts [--out DIR]

Runs LiteRT.js on the unmodified weights of @mediapipe/pose, on crops of a fixture picture, and writes inputs (8-bit PNG)
and outputs as golden files for the conformance test. Needed once for each set of weights.`;

const SDK = join(REPOSITORY_ROOT, 'packages/sdk');
const PICTURE = 'people/dev-003/front.jpg';
const { values } = parseArgs({ options: { out: { type: 'string', default: join(SDK, 'src/inference/testing/golden') }, help: { type: 'boolean', default: false } } });

if (values.help) console.log(HELP);
else write(values.out, await make());

async function make(): Promise<GoldenFiles> {
  const folderOf = (from: string, file: string): string => dirname(createRequire(join(REPOSITORY_ROOT, from, 'package.json')).resolve(file));
  const server = await serveFolders({
    folders: {
      litert: join(folderOf('packages/sdk', '@litertjs/core'), '../wasm'),
      mediapipe: folderOf('packages/models', '@mediapipe/pose/package.json'),
      pictures: join(SDK, 'src/testing/fixtures'),
    },
    files: { '/page.js': await bundlePage(join(import.meta.dirname, 'golden-pose/page.ts')) },
  });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    await page.waitForFunction('globalThis.makeGolden');
    return await page.evaluate((url) => (globalThis as unknown as { makeGolden(url: string): Promise<GoldenFiles> }).makeGolden(url), `/pictures/${PICTURE}`);
  } finally {
    await browser.close();
    await server.close();
  }
}

function write(folder: string, files: GoldenFiles): void {
  mkdirSync(folder, { recursive: true });
  const png = (name: string, base64: string): void => writeFileSync(join(folder, name), Buffer.from(base64, 'base64'));
  const json = (name: string, value: unknown): void => writeFileSync(join(folder, name), `${JSON.stringify(value)}\n`);
  png('detector.png', files.detectorInput);
  png('landmarks.png', files.landmarksInput);
  json('detector.json', files.detector);
  for (const variant of ['lite', 'full'] as const) {
    json(`${variant}.json`, files.landmarks[variant]);
    png(`${variant}-mask.png`, files.masks[variant]);
  }
  console.log(`golden files written to ${folder}`);
}
