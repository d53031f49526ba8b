import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { WrittenSights } from '../packages/models/training/body/read-sights.ts';
import { openPoseLab } from './pose-lab/open-pose-lab.ts';

const HELP = `npm run read:people -- --data DIR --out FILE [--weights lite|full]

Reads the pictures of DIR/manifest.json in Chromium as the scan worker reads photos and writes the silhouettes of every look:
what \`node packages/models/training/body/sensors.ts\` learns from. Holds body shapes; meant for pictures of nobody.

  --data DIR      folder with manifest.json and the pictures
  --out FILE      JSON
  --weights NAME  landmark weights (default full)`;

const { values } = parseArgs({
  options: { data: { type: 'string' }, out: { type: 'string' }, weights: { type: 'string', default: 'full' }, help: { type: 'boolean', default: false } },
});

if (values.help) console.log(HELP);
else if (values.data === undefined || values.out === undefined || !existsSync(join(values.data, 'manifest.json'))) fail();
else if (values.weights !== 'lite' && values.weights !== 'full') fail();
else await run(resolve(values.data), values.out, values.weights);

function fail(): void {
  console.error(HELP);
  process.exitCode = 2;
}

async function run(folder: string, out: string, weights: 'lite' | 'full'): Promise<void> {
  const { people } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { people: { id: string; front: string; side: string }[] };
  const lab = await openPoseLab(folder);
  try {
    await lab.call('open', 'still', 'wasm', weights, 'quantized');
    const sights: Record<string, WrittenSights[string]> = {};
    for (const [index, { id, front, side }] of people.entries()) {
      if (process.stderr.isTTY || index % 10 === 0) process.stderr.write(`\r${index + 1}/${people.length} ${id}   `);
      sights[id] = {
        front: await lab.call('silhouettes', 'still', `/pictures/${front}`, 'front'),
        side: await lab.call('silhouettes', 'still', `/pictures/${side}`, 'side'),
      };
    }
    process.stderr.write('\n');
    writeFileSync(out, JSON.stringify(sights));
  } finally {
    await lab.close();
  }
}
