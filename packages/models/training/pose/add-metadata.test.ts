import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import { ByteBuffer } from 'flatbuffers';
import { describe, expect, it } from 'vitest';
import { addMetadata } from './add-metadata.ts';
import { buildTaskFile } from './build-task-file.ts';
import { encodeMetadata } from './tflite-metadata.ts';
import { readTflite, Table } from './tflite-reader.ts';

const require = createRequire(import.meta.url);
const source = (file: string): Uint8Array => new Uint8Array(readFileSync(require.resolve(`@mediapipe/pose/${file}`)));
const detector = source('pose_solution_packed_assets.data');
const lite = source('pose_landmark_lite.tflite');

describe('addMetadata', () => {
  const metadata = encodeMetadata({ mean: 127.5, std: 127.5 });
  const added = addMetadata(detector, metadata);

  it('leaves the old bytes as they are, behind a front that keeps their alignment', () => {
    const front = added.length - detector.length;
    expect(front % 16).toBe(0);
    expect(Buffer.compare(added.subarray(front), detector)).toBe(0);
  });

  it('gives a model that reads as the old one', () => {
    const [before, after] = [readTflite(detector), readTflite(added)];
    expect(Buffer.from(added.subarray(4, 8)).toString()).toBe('TFL3');
    expect(after.operators.map(({ code, inputs, outputs }) => [code, inputs, outputs])).toEqual(before.operators.map(({ code, inputs, outputs }) => [code, inputs, outputs]));
    expect(after.tensors.map(({ shape, type }) => [shape, type])).toEqual(before.tensors.map(({ shape, type }) => [shape, type]));
    const differing = after.tensors.filter(({ data }, k) => Buffer.compare(data, before.tensors[k]?.data ?? new Uint8Array()) !== 0);
    expect(differing).toEqual([]);
  });

  it('names the metadata last and keeps what was there', () => {
    const entriesOf = (file: Uint8Array) => {
      const bytes = new ByteBuffer(file);
      const model = new Table(bytes, bytes.readInt32(0));
      return { entries: model.tables(6), buffers: model.tables(4) };
    };
    const [before, after] = [entriesOf(detector), entriesOf(added)];
    expect(after.entries).toHaveLength(before.entries.length + 1);
    expect(after.buffers).toHaveLength(before.buffers.length + 1);
    const last = after.entries.at(-1);
    expect(Buffer.from(last?.uint8s(0) ?? []).toString()).toBe('TFLITE_METADATA');
    const buffer = after.buffers[last?.int32(1) ?? -1];
    expect(Buffer.compare(buffer?.uint8s(0) ?? new Uint8Array(), metadata)).toBe(0);
  });
});

it('the metadata says RGB and the normalization', () => {
  const bytes = new ByteBuffer(encodeMetadata({ mean: 0, std: 255 }));
  expect(bytes.getBufferIdentifier()).toBe('M001');
  const [subgraph] = new Table(bytes, bytes.readInt32(0)).tables(3);
  const [tensor] = subgraph?.tables(2) ?? [];
  expect(tensor?.table(3)?.table(1)?.int8(0)).toBe(1);
  const normalization = tensor?.tables(4)[0]?.table(1);
  const float = (field: number): number | undefined => new Float32Array(Int32Array.from(normalization?.int32s(field) ?? []).buffer)[0];
  expect([float(0), float(1)]).toEqual([0, 255]);
});

it('a .task file holds both networks, stored and aligned to 16 bytes', () => {
  const file = buildTaskFile(detector, lite);
  const entries = unzipSync(file);
  expect(Object.keys(entries)).toEqual(['pose_detector.tflite', 'pose_landmarks_detector.tflite']);
  for (const bytes of Object.values(entries)) expect(Buffer.from(file).indexOf(Buffer.from(bytes.subarray(0, 4096))) % 16).toBe(0);
  expect(Buffer.compare(file, buildTaskFile(detector, lite))).toBe(0);
});
