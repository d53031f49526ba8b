/** Numbers of one kind. */
export type TensorData = Float32Array | Int32Array | Uint16Array | Int8Array | Uint8Array;

/** A file of named arrays with a header. */
export interface TensorFile<Header> {
  readonly header: Header;
  readonly tensors: Readonly<Record<string, TensorData>>;
}

const KINDS = { float32: Float32Array, int32: Int32Array, uint16: Uint16Array, int8: Int8Array, uint8: Uint8Array } as const;
type Kind = keyof typeof KINDS;

/** What the file says of an array: name, kind, count. */
type Entry = readonly [name: string, kind: Kind, count: number];

const MAGIC = 'VUASEQ1\n';
const HEADER_AT = MAGIC.length + 4;
/** Where an array may start, so that every kind can be read there in place. */
const ALIGNMENT = 4;

/** Bytes: magic, length of the header (uint32, little-endian), the header as ASCII JSON, the arrays in the header's order, little-endian; header and arrays are padded to multiples of 4. */
export function encodeTensors<Header>({ header, tensors }: TensorFile<Header>): Uint8Array {
  const entries = Object.entries(tensors).map(([name, values]): Entry => [name, kindOf(values), values.length]);
  const json = JSON.stringify({ header, tensors: entries });
  const text = json.padEnd(aligned(json.length));
  const bytes = new Uint8Array(HEADER_AT + text.length + sizeOf(entries));
  writeAscii(bytes, 0, MAGIC);
  new DataView(bytes.buffer).setUint32(MAGIC.length, text.length, true);
  writeAscii(bytes, HEADER_AT, text);
  let at = HEADER_AT + text.length;
  for (const values of Object.values(tensors)) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += aligned(values.byteLength);
  }
  return bytes;
}

/** Undefined where the bytes are no such file, or not all of it. The caller knows the header's type. */
export function decodeTensors<Header>(bytes: Uint8Array): TensorFile<Header> | undefined {
  if (bytes.length < HEADER_AT || readAscii(bytes, 0, MAGIC.length) !== MAGIC) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(MAGIC.length, true);
  if (HEADER_AT + length > bytes.length) return undefined;
  const head = parseHead(readAscii(bytes, HEADER_AT, length));
  if (head === undefined) return undefined;
  const { tensors } = head;
  // A copy: numbers must lie at multiples of their size. Not by `slice`, which gives a view where the bytes are Node's Buffer.
  const { buffer } = new Uint8Array(bytes.subarray(HEADER_AT + length));
  if (buffer.byteLength !== sizeOf(tensors)) return undefined;
  let at = 0;
  return {
    header: head.header as Header,
    tensors: Object.fromEntries(tensors.map(([name, kind, count]) => {
      const values = new KINDS[kind](buffer, at, count);
      at += aligned(values.byteLength);
      return [name, values];
    })),
  };
}

function parseHead(text: string): { readonly header: unknown; readonly tensors: readonly Entry[] } | undefined {
  try {
    return JSON.parse(text) as { header: unknown; tensors: readonly Entry[] };
  } catch {
    return undefined;
  }
}

function kindOf(values: TensorData): Kind {
  const kind = (Object.keys(KINDS) as Kind[]).find((name) => values instanceof KINDS[name]);
  if (kind === undefined) throw new Error('an array of a kind that files do not hold');
  return kind;
}

const aligned = (bytes: number): number => Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;

const sizeOf = (entries: readonly Entry[]): number => entries.reduce((sum, [, kind, count]) => sum + aligned(count * KINDS[kind].BYTES_PER_ELEMENT), 0);

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let k = 0; k < text.length; k += 1) bytes[at + k] = text.charCodeAt(k);
}

const readAscii = (bytes: Uint8Array, at: number, length: number): string => Array.from(bytes.subarray(at, at + length), (code) => String.fromCharCode(code)).join('');
