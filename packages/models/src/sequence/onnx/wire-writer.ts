/** What a protobuf field can hold here: a whole number, text in ASCII, raw bytes, or a message. */
export type WireValue = number | string | Uint8Array | WireMessage;

/** Fields of a protobuf message in the order they are written; a field may come more than once. */
export type WireMessage = readonly (readonly [field: number, value: WireValue])[];

/** A protobuf message as bytes (https://protobuf.dev/programming-guides/encoding). Floats are not needed: weights go as raw bytes. */
export function writeMessage(message: WireMessage): Uint8Array {
  return concat(message.flatMap(([field, value]) => fieldParts(field, value)));
}

/** A 32-bit float field, wire type 5. It has no number type of its own in `WireValue`, because whole numbers are varints. */
export function floatField(field: number, value: number): Uint8Array {
  const bytes = new Uint8Array(5);
  bytes[0] = field << 3 | 5;
  new DataView(bytes.buffer).setFloat32(1, value, true);
  return bytes;
}

function fieldParts(field: number, value: WireValue): Uint8Array[] {
  if (typeof value === 'number') return [varint(field << 3), varint(value)];
  const bytes = typeof value === 'string' ? ascii(value) : value instanceof Uint8Array ? value : writeMessage(value);
  return [varint(field << 3 | 2), varint(bytes.length), bytes];
}

/** Negative numbers take ten bytes, as protobuf wants it for int64. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return Uint8Array.of(...bytes, Number(rest));
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/** One array of all parts. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
