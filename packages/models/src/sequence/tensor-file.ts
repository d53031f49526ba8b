/** A file of named float32 arrays with a header. */
export interface TensorFile<Header> {
  readonly header: Header;
  readonly tensors: Readonly<Record<string, Float32Array>>;
}

const MAGIC = 'VUASEQ1\n';
const HEADER_AT = MAGIC.length + 4;

/** Bytes: magic, length of the header (uint32, little-endian), the header as ASCII JSON padded to a multiple of 4 with spaces, the arrays in the header's order. */
export function encodeTensors<Header>({ header, tensors }: TensorFile<Header>): Uint8Array {
  const entries = Object.entries(tensors);
  const json = JSON.stringify({ header, tensors: entries.map(([name, { length }]) => [name, length]) });
  const text = json.padEnd(Math.ceil(json.length / 4) * 4);
  const bytes = new Uint8Array(HEADER_AT + text.length + 4 * entries.reduce((sum, [, { length }]) => sum + length, 0));
  writeAscii(bytes, 0, MAGIC);
  new DataView(bytes.buffer).setUint32(MAGIC.length, text.length, true);
  writeAscii(bytes, HEADER_AT, text);
  let at = HEADER_AT + text.length;
  for (const [, values] of entries) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return bytes;
}

/** Undefined where the bytes are no such file, or not all of it. The caller knows the header's type. */
export function decodeTensors<Header>(bytes: Uint8Array): TensorFile<Header> | undefined {
  if (bytes.length < HEADER_AT || readAscii(bytes, 0, MAGIC.length) !== MAGIC) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  if (HEADER_AT + length > bytes.length) return undefined;
  const { header, tensors } = JSON.parse(readAscii(bytes, HEADER_AT, length)) as { header: Header; tensors: readonly [string, number][] };
  // A copy: floats must lie at a multiple of 4. Not by `slice`, which gives a view where the bytes are Node's Buffer.
  const floats = new Float32Array(new Uint8Array(bytes.subarray(HEADER_AT + length)).buffer);
  if (floats.length !== tensors.reduce((sum, [, count]) => sum + count, 0)) return undefined;
  let at = 0;
  return { header, tensors: Object.fromEntries(tensors.map(([name, count]) => [name, floats.subarray(at, at += count)])) };
}

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let k = 0; k < text.length; k += 1) bytes[at + k] = text.charCodeAt(k);
}

const readAscii = (bytes: Uint8Array, at: number, length: number): string => Array.from(bytes.subarray(at, at + length), (code) => String.fromCharCode(code)).join('');
