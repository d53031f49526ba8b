import { Builder } from 'flatbuffers';

/** Range of the model's input: `(value - mean) / std` of channel values 0-255. */
export interface Normalization {
  readonly mean: number;
  readonly std: number;
}

// TensorFlow Lite metadata_schema.fbs: union and enum values, field numbers.
const IMAGE_PROPERTIES = 2;
const RGB = 1;
const NORMALIZATION_OPTIONS = 1;

/** The least metadata (`M001`) with which MediaPipe Tasks accepts an image model: RGB input and its normalization. */
export function encodeMetadata({ mean, std }: Normalization): Uint8Array {
  const builder = new Builder(256);
  const tensor = tensorMetadata(builder, mean, std);
  const subgraph = tableOfVector(builder, 3, 2, vectorOf(builder, [tensor]));
  builder.finish(tableOfVector(builder, 4, 3, vectorOf(builder, [subgraph])), 'M001');
  return builder.asUint8Array();
}

/** A table with `fields` fields of which only `field`, a vector, is set. */
function tableOfVector(builder: Builder, fields: number, field: number, vector: number): number {
  builder.startObject(fields);
  builder.addFieldOffset(field, vector, 0);
  return builder.endObject();
}

function tensorMetadata(builder: Builder, mean: number, std: number): number {
  builder.startObject(2);
  builder.addFieldInt8(0, RGB, 0);
  const image = builder.endObject();
  builder.startObject(3);
  builder.addFieldInt8(0, IMAGE_PROPERTIES, 0);
  builder.addFieldOffset(1, image, 0);
  const content = builder.endObject();
  const means = floats(builder, [mean]);
  const stds = floats(builder, [std]);
  builder.startObject(2);
  builder.addFieldOffset(0, means, 0);
  builder.addFieldOffset(1, stds, 0);
  const normalization = builder.endObject();
  builder.startObject(2);
  builder.addFieldInt8(0, NORMALIZATION_OPTIONS, 0);
  builder.addFieldOffset(1, normalization, 0);
  const units = vectorOf(builder, [builder.endObject()]);
  builder.startObject(5);
  builder.addFieldOffset(3, content, 0);
  builder.addFieldOffset(4, units, 0);
  return builder.endObject();
}

function floats(builder: Builder, values: readonly number[]): number {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addFloat32(value);
  return builder.endVector();
}

function vectorOf(builder: Builder, offsets: readonly number[]): number {
  builder.startVector(4, offsets.length, 4);
  for (const offset of offsets.toReversed()) builder.addOffset(offset);
  return builder.endVector();
}
