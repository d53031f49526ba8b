// WebAssembly opcodes, https://webassembly.github.io/spec/core/appendix/index-instructions.html
const [I32, F32, V128, VOID] = [0x7f, 0x7d, 0x7b, 0x40];
const OP = {
  loop: 0x03, end: 0x0b, branchIf: 0x0d, get: 0x20, set: 0x21, tee: 0x22, loadF32: 0x2a, storeF32: 0x38, constI32: 0x41, addI32: 0x6a, subI32: 0x6b, mulF32: 0x94, toF32: 0xb2, simd: 0xfd,
} as const;
const SIMD = { load: [0x00], load8x8: [0x01], lane: [0x1b], add: [0xae, 0x01], dot: [0xba, 0x01] } as const;

const [TABLE, ROWS, SCALES, OUT, FACTOR, SUM, VECTOR] = [0, 1, 2, 3, 4, 5, 6];

/**
 * A module with `memory` and `scoreRows(table, rows, scales, out, factor)`: for each of `rows` (from 1) rows of `width` signed bytes at address `table`, their product with
 * the `width` 16-bit numbers at address 0, times the row's scale and `factor`, as a 32-bit float at `out`. Eight products an instruction; whole numbers, so nothing is rounded
 * before the scale. @param width a multiple of 8, at most 256: then no sum leaves 32 bits
 */
export function scoreRowsModule(width: number, pages: number): Uint8Array<ArrayBuffer> {
  const type = [0x60, ...list([[I32], [I32], [I32], [I32], [F32]]), 0];
  const body = functionBody(width / 8, width);
  return Uint8Array.from([
    0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, list([type])), ...section(3, list([[0]])), ...section(5, list([[0x00, ...unsigned(pages)]])),
    ...section(7, list([[...name('memory'), 0x02, 0], [...name('scoreRows'), 0x00, 0]])), ...section(10, list([[...unsigned(body.length), ...body]])),
  ]);
}

function functionBody(chunks: number, width: number): readonly number[] {
  const parts = Array.from({ length: chunks }, (_, k) => k);
  const locals = list([[...unsigned(1 + chunks), V128]]);
  const loadVector = parts.flatMap((k) => [OP.constI32, 0, OP.simd, ...SIMD.load, 4, ...unsigned(16 * k), OP.set, ...unsigned(VECTOR + k)]);
  const products = parts.flatMap((k) => [
    OP.get, TABLE, OP.simd, ...SIMD.load8x8, 3, ...unsigned(8 * k), OP.get, ...unsigned(VECTOR + k), OP.simd, ...SIMD.dot, ...(k === 0 ? [] : [OP.simd, ...SIMD.add]),
  ]);
  const lanes = [0, 1, 2, 3].flatMap((lane) => [OP.get, SUM, OP.simd, ...SIMD.lane, lane, ...(lane === 0 ? [] : [OP.addI32])]);
  const row = [
    ...products, OP.set, SUM,
    OP.get, OUT, ...lanes, OP.toF32, OP.get, SCALES, OP.loadF32, 2, 0, OP.mulF32, OP.get, FACTOR, OP.mulF32, OP.storeF32, 2, 0,
    ...advance(TABLE, width), ...advance(SCALES, 4), ...advance(OUT, 4),
    OP.get, ROWS, OP.constI32, 1, OP.subI32, OP.tee, ROWS, OP.branchIf, 0,
  ];
  return [...locals, ...loadVector, OP.loop, VOID, ...row, OP.end, OP.end];
}

const advance = (local: number, by: number): readonly number[] => [OP.get, local, OP.constI32, ...signed(by), OP.addI32, OP.set, local];
const section = (id: number, content: readonly number[]): readonly number[] => [id, ...unsigned(content.length), ...content];
const list = (entries: readonly (readonly number[])[]): readonly number[] => [...unsigned(entries.length), ...entries.flat()];
const name = (text: string): readonly number[] => [...unsigned(text.length), ...new TextEncoder().encode(text)];

/** LEB128. */
function unsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): readonly number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
