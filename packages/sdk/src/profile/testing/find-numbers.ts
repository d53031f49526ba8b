import type { StorageDump } from './dump-storage.ts';

/** Where any of `values` lies in the open: as a number, or in text or bytes as a decimal or a floating-point number. */
export function findNumbers(dump: StorageDump, values: readonly number[]): readonly string[] {
  const needles = values.flatMap(formsOf);
  const haystacks = [
    ...dump.bytes.map(([where, bytes]) => [where, Buffer.from(bytes)] as const),
    ...dump.texts.flatMap(([where, text]) => (['utf8', 'base64', 'hex'] as const).map((encoding) => [where, Buffer.from(text, encoding)] as const)),
  ];
  const inBytes = haystacks.filter(([, bytes]) => needles.some((needle) => bytes.includes(needle)));
  const asNumber = dump.numbers.filter(([, number]) => values.some((value) => Math.abs(number - value) < 0.01));
  return [...new Set([...inBytes, ...asNumber].map(([where]) => where))];
}

/** Ways to write a number of several decimals. The shortest has 4 bytes: 16 values are in 8 kB of random bytes once in 30,000 runs. */
export function formsOf(value: number): readonly Buffer[] {
  const [whole, part = ''] = String(value).split('.');
  const decimals = ['.', ',', ''].map((point) => `${whole}${point}${part.slice(0, 3)}`);
  const single = Buffer.alloc(4);
  single.writeFloatLE(value);
  const double = Buffer.alloc(8);
  double.writeDoubleLE(value);
  return [...decimals.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]), single, double, Buffer.from(double.toReversed())];
}
