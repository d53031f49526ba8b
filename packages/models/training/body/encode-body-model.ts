import type { BodyModel } from '../../src/body/body-model.ts';
import type { FactorGaussian } from '../../src/body/condition-gaussian.ts';
import { cell } from '../../src/body/linear-algebra.ts';
import { BODY_MODEL_MAGIC, type BodyModelHeader } from '../../src/body/load-body-model.ts';

/** The bytes that `loadBodyModel` reads; the same model always gives the same bytes. */
export function encodeBodyModel({ shape, ...rest }: BodyModel): Buffer {
  const header: BodyModelHeader = { ...rest, variables: shape.female.factor.rows, rank: shape.female.factor.columns };
  const json = padded(Buffer.from(JSON.stringify(header, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value)), 'latin1'));
  const start = Buffer.alloc(8);
  start.writeUInt32LE(BODY_MODEL_MAGIC, 0);
  start.writeUInt32LE(json.length, 4);
  return Buffer.concat([start, json, encodeShape(shape.female), encodeShape(shape.male)]);
}

function encodeShape({ mean, factor, residualVariance }: FactorGaussian): Buffer {
  const n = factor.rows;
  const scale = Array.from({ length: n }, (_, row) => Math.max(1e-12, ...Array.from({ length: factor.columns }, (__, k) => Math.abs(cell(factor, row, k)))));
  const out = Buffer.alloc(Math.ceil((n * (12 + 2 * factor.columns)) / 4) * 4);
  for (let row = 0; row < n; row += 1) {
    out.writeFloatLE(mean[row] as number, 4 * row);
    out.writeFloatLE(residualVariance[row] as number, 4 * (n + row));
    out.writeFloatLE(scale[row] as number, 4 * (2 * n + row));
    for (let k = 0; k < factor.columns; k += 1) {
      out.writeInt16LE(Math.round((cell(factor, row, k) / (scale[row] as number)) * 32767), 12 * n + 2 * (row * factor.columns + k));
    }
  }
  return out;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4, ' ')]);
}
