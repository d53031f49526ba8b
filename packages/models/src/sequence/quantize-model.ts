import { type Parameters, parameterShapes } from './parameter-shapes.ts';
import type { SequenceShape } from './sequence-shape.ts';
import type { TensorData } from './tensor-file.ts';

const LEVELS = 127;
const scalesOf = (name: string): string => `${name}.scales`;
const isMatrix = (sizes: readonly number[]): boolean => sizes.length === 2;

/** Tables and matrices in 8 bits with a scale for each row; gains and biases stay as they are. It cost nothing in NDCG where it was measured (0.1406 before and after). */
export function quantizeModel(parameters: Parameters, shape: SequenceShape): Readonly<Record<string, TensorData>> {
  return Object.fromEntries(Object.entries(parameterShapes(shape)).flatMap(([name, sizes]): [string, TensorData][] => {
    const values = parameters[name] ?? new Float32Array(0);
    if (!isMatrix(sizes)) return [[name, values]];
    const { rows, scales } = quantizeRows(values, sizes[1] ?? 1);
    return [[name, rows], [scalesOf(name), scales]];
  }));
}

/** The parameters that an engine uses; undefined where some are missing or have another size. */
export function dequantizeModel(tensors: Readonly<Record<string, TensorData>>, shape: SequenceShape): Parameters | undefined {
  const entries = Object.entries(parameterShapes(shape)).map(([name, sizes]) => [name, sizes, readTensor(tensors, name, sizes)] as const);
  const whole = entries.every(([, sizes, values]) => values?.length === sizes.reduce((product, size) => product * size, 1));
  return whole ? Object.fromEntries(entries.map(([name, , values]) => [name, values ?? new Float32Array(0)])) : undefined;
}

function readTensor(tensors: Readonly<Record<string, TensorData>>, name: string, sizes: readonly number[]): Float32Array | undefined {
  const [values, scales] = [tensors[name], tensors[scalesOf(name)]];
  if (!isMatrix(sizes)) return values instanceof Float32Array ? values : undefined;
  if (!(values instanceof Int8Array) || !(scales instanceof Float32Array) || scales.length !== sizes[0]) return undefined;
  const columns = sizes[1] ?? 1;
  return Float32Array.from(values, (level, k) => level * (scales[Math.floor(k / columns)] ?? 0));
}

function quantizeRows(values: Float32Array, columns: number): { readonly rows: Int8Array; readonly scales: Float32Array } {
  const scales = Float32Array.from({ length: values.length / columns }, (_, row) => {
    const most = values.subarray(row * columns, (row + 1) * columns).reduce((top, value) => Math.max(top, Math.abs(value)), 0);
    // A row of zeros needs a scale, too.
    return most === 0 ? 1 : most / LEVELS;
  });
  return { rows: Int8Array.from(values, (value, k) => Math.round(value / (scales[Math.floor(k / columns)] ?? 1))), scales };
}
