import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeBodyModel } from './encode-body-model.ts';
import { bodyManifest } from './body-manifest.ts';
import { readAnsurBoth, readNhanes } from './read-anthropometry.ts';
import { readProfiles } from './read-profiles.ts';
import { readSensorFile } from './sensor-file.ts';
import { trainBodyModel } from './train-body-model.ts';
import { encodeTrainedRows } from './answers/trained-rows.ts';

const HELP = `Trains the body model: widths and depths -> girths, answers -> girths.
  npm run train:body -- --data DIR --out DIR [--seed N] [--leave-out ID,ID]

  --data DIR       folder with anthropometry/ and body-profiles/
  --out DIR        where body.bin and manifest.json go
  --seed N         default 1
  --leave-out IDs  people of people/ whose descendants are not trained on
`;

/** Trains, writes the artifact and its manifest, and says what it does. */
function main(): void {
  const { values } = parseArgs({ options: { 'data': { type: 'string' }, 'out': { type: 'string' }, 'seed': { type: 'string', default: '1' }, 'leave-out': { type: 'string', default: '' }, 'help': { type: 'boolean' } } });
  if (values.help === true || values.data === undefined || values.out === undefined) {
    process.stdout.write(HELP);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error(`--seed must be a whole number, got ${values.seed}`);
  const leftOut = new Set(values['leave-out'].split(',').filter((id) => id !== ''));
  say(`seed ${seed}${leftOut.size > 0 ? `, without the descendants of ${leftOut.size} people` : ''}`);
  const data = { profiles: readProfiles(values.data), ansur: readAnsurBoth(values.data), nhanes: readNhanes(values.data), ...readSensorFile() };
  say(`read ${data.profiles.length} synthetic bodies, ${data.ansur.length} rows of ANSUR II, ${data.nhanes.length} of NHANES`);
  const model = trainBodyModel(data, seed, leftOut);
  say('fitted the shape model, the field calibration and the answers');
  const bytes = encodeBodyModel(model);
  mkdirSync(values.out, { recursive: true });
  writeFileSync(join(values.out, 'body.bin'), bytes);
  writeFileSync(join(values.out, 'trained-rows.bin'), encodeTrainedRows(data.ansur));
  const manifest = bodyManifest(model, data, { seed, bytes });
  writeFileSync(join(values.out, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  say(`wrote ${join(values.out, 'body.bin')}: ${bytes.length} bytes, sha256 ${manifest.files[0]?.sha256}`);
}

function say(line: string): void {
  process.stdout.write(`train:body: ${line}\n`);
}

main();
