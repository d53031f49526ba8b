import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BODY_MODEL_FILE, type BodyModel, MEASUREMENT_NAMES, type Sex, loadBodyModel } from '@vua/models/body';
import { encodeBodyModel } from '../../../../models/training/body/encode-body-model.ts';

const SHIPPED = new URL('../../../../models/artifacts/body/body.bin', import.meta.url);

/** Writes a size model that measures everything larger than ours does, by this share, from pictures and from answers. @returns its version */
export function writeLargerModel(folder: string, share: number): string {
  const model = loadBodyModel(new Uint8Array(readFileSync(SHIPPED)).buffer);
  const bytes = encodeBodyModel({ ...model, answers: shifted(model.answers, Math.log(1 + share)), calibrations: { ...model.calibrations, synthetic: calibrationOf(Math.log(1 + share)) } });
  const sha256 = hashOf(bytes);
  const version = hashOf(sha256).slice(0, 12);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, BODY_MODEL_FILE), bytes);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ kind: 'size/1', version, files: [{ name: BODY_MODEL_FILE, bytes: bytes.length, sha256 }] }));
  return version;
}

const hashOf = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

/** The first weight of a measurement is its constant. */
const shifted = (answers: BodyModel['answers'], shift: number): BodyModel['answers'] =>
  JSON.parse(JSON.stringify(answers, (name, value: unknown) => (name === 'weights' ? (value as number[][]).map(([first = 0, ...others]) => [first + shift, ...others]) : value))) as BodyModel['answers'];

function calibrationOf(shift: number): BodyModel['calibrations']['synthetic'] {
  const ofSex = (_sex: Sex) => Object.fromEntries(MEASUREMENT_NAMES.map((name) => [name, { shift, sd: 0.01 }]));
  return { female: ofSex('female'), male: ofSex('male') };
}
