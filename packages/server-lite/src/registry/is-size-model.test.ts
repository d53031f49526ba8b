import { fileURLToPath } from 'node:url';
import { BODY_MODEL_FILE, type BodyModel, loadBodyModel } from '@vua/models/body';
import { beforeAll, expect, it } from 'vitest';
import { encodeBodyModel } from '../../../models/training/body/encode-body-model.ts';
import { nameModelFiles } from '../storage/name-model-files.ts';
import type { GivenModel } from './check-model.ts';
import { createMemoryModels } from './memory-models.ts';
import { type Registration, createModelService } from './model-service.ts';
import { readModelFolder } from './read-model-folder.ts';

const SHIPPED = fileURLToPath(new URL('../../../models/artifacts/body', import.meta.url));

let shipped: GivenModel;
let bytes: Uint8Array;
let model: BodyModel;

beforeAll(async () => {
  const reading = await readModelFolder(SHIPPED);
  if (reading.status !== 'read') throw new Error(reading.status);
  shipped = reading.model;
  bytes = new Uint8Array(shipped.contents.get(BODY_MODEL_FILE) ?? []);
  model = loadBodyModel(new Uint8Array(bytes).buffer);
});

const register = (given: GivenModel): Promise<Registration> => createModelService(createMemoryModels()).register('shop', given);

const registerFiles = (...files: readonly (readonly [string, Uint8Array])[]): Promise<Registration> => {
  const contents = new Map(files);
  return register({ manifest: { kind: 'size/1', ...nameModelFiles(contents) }, contents });
};

const registerBytes = (given: Uint8Array): Promise<Registration> => registerFiles([BODY_MODEL_FILE, given]);

/** With intercepts of the answers moved by so much, in logarithms. */
const withAnswers = ({ answers, ...rest }: BodyModel, shift: number): BodyModel => {
  const text = JSON.stringify(answers, (name, value: unknown) => (name === 'weights' ? (value as number[][]).map(([first = 0, ...others]) => [first + shift, ...others]) : value));
  return { ...rest, answers: JSON.parse(text) as BodyModel['answers'] };
};

it('the folder that train:body writes is a size model, with figures to compare', async () => {
  expect(await register(shipped)).toMatchObject({ status: 'registered', version: { kind: 'size', metrics: { picturesChestCm: expect.any(Number) as number, femaleAnswersChestCm: expect.any(Number) as number } } });
});

it('other weights of the same shape are another version', async () => {
  expect(await registerBytes(encodeBodyModel(withAnswers(model, 0.02)))).toMatchObject({ status: 'registered' });
});

it.each<readonly [string, () => Promise<Registration>]>([
  ['is cut off', () => registerBytes(bytes.subarray(0, -4))],
  ['is another file', () => registerBytes(new TextEncoder().encode('{"weights":[1,2,3]}'))],
  ['has another name', () => registerFiles(['girths.bin', bytes])],
  ['comes with a second file', () => registerFiles([BODY_MODEL_FILE, bytes], ['notes.txt', bytes.subarray(0, 8)])],
  ['is of a version that this code does not read', () => registerBytes(encodeBodyModel({ ...model, version: '3' }))],
  ['lacks what pictures need', () => registerBytes(encodeBodyModel({ ...model, sensors: {} } as unknown as BodyModel))],
  ['says nothing of its doubt', () => registerBytes(encodeBodyModel({ ...model, spread: {} } as unknown as BodyModel))],
  ['gives nobody a plausible measurement', () => registerBytes(encodeBodyModel(withAnswers(model, 3)))],
])('a size model that %s is refused', async (_what, given) => {
  expect(await given()).toMatchObject({ status: 'refused', refusal: { reason: 'unreadable-files' } });
});
