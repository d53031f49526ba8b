import type { OpenedModel } from '@vua/models/sequence';
import { scoreRowsModule } from './score-rows-wasm.ts';

/** The item embeddings of a model, a signed byte each with a scale for each item, as they are shipped. */
export interface VectorTable {
  readonly width: number;
  /** Products of a vector with all items, into `scores`: `factor` times each. @param vector whole numbers of 16 bits, `width` of them */
  readonly score: (vector: Int16Array, factor: number, scores: Float32Array) => void;
}

type ScoreRows = (table: number, rows: number, scales: number, out: number, factor: number) => void;

const PAGE_BYTES = 65_536;
/** The vector lies before the table: at most 256 numbers. */
const TABLE_AT = 512;

/** @returns undefined for a width that the kernel does not take: it is no multiple of 8, or above 256 */
export function createVectorTable({ manifest: { shape: { items, width } }, parameters }: OpenedModel): VectorTable | undefined {
  const embeddings = parameters.items;
  if (embeddings === undefined || items === 0 || width % 8 !== 0 || width > 256) return undefined;
  const scalesAt = TABLE_AT + Math.ceil((items * width) / 4) * 4;
  const outAt = scalesAt + 4 * items;
  const instance = new WebAssembly.Instance(new WebAssembly.Module(scoreRowsModule(width, Math.ceil((outAt + 4 * items) / PAGE_BYTES))));
  const { memory, scoreRows } = instance.exports as { memory: WebAssembly.Memory; scoreRows: ScoreRows };
  fillTable(embeddings, width, new Int8Array(memory.buffer, TABLE_AT, items * width), new Float32Array(memory.buffer, scalesAt, items));
  const [input, output] = [new Int16Array(memory.buffer, 0, width), new Float32Array(memory.buffer, outAt, items)];
  return {
    width,
    score: (vector, factor, scores) => {
      input.set(vector);
      scoreRows(TABLE_AT, items, scalesAt, outAt, factor);
      scores.set(output);
    },
  };
}

/** Rows were in bytes before they were read, so this finds the same bytes again. */
function fillTable(embeddings: Float32Array, width: number, table: Int8Array, scales: Float32Array): void {
  for (let item = 0; item < scales.length; item += 1) {
    const row = embeddings.subarray(item * width, (item + 1) * width);
    const scale = row.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    scales[item] = scale;
    if (scale > 0) for (let k = 0; k < width; k += 1) table[item * width + k] = Math.round((row[k] as number) / scale);
  }
}
