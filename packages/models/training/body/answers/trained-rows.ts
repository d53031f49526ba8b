import type { AnsweredRow } from './answer-sample.ts';

/** Which rows of ANSUR II a model was trained on: the sorted 32-bit hashes of the rows, little endian. */
export function encodeTrainedRows(rows: readonly AnsweredRow[]): Buffer {
  const hashes = Uint32Array.from(rows, rowHash).toSorted();
  const out = Buffer.alloc(4 * hashes.length);
  hashes.forEach((hash, i) => out.writeUInt32LE(hash, 4 * i));
  return out;
}

export function decodeTrainedRows(bytes: Buffer): ReadonlySet<number> {
  return new Set(Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => bytes.readUInt32LE(4 * i)));
}

const HASHED = ['chest', 'waistNavel', 'hip'] as const;

/** FNV-1a of a row's answers and of the girths that every file has which can be judged. */
export function rowHash({ profile, measurements }: AnsweredRow): number {
  const taped = HASHED.map((name) => (measurements[name] ?? NaN).toFixed(1));
  const text = [profile.sex, profile.statureCm.toFixed(1), profile.massKg.toFixed(1), profile.ageYears, ...taped].join('|');
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
