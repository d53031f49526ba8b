/** What the first bytes of a picture tell, before anything is unpacked. */
export type ImageHead =
  | { readonly status: 'read'; readonly format: 'jpeg' | 'webp'; readonly widthPx: number; readonly heightPx: number }
  | { readonly status: 'refused'; readonly reason: 'unknown-format' | 'broken' | 'too-many-scans' };

/** A usual progressive JPEG has ten. Each scan goes over the whole picture again, so thousands in a small file take minutes. */
const MOST_SCANS = 64;
const [MARKER, START_OF_SCAN] = [0xff, 0xda];

/** Size of a JPEG or WebP. */
export function readImageHead(bytes: Uint8Array): ImageHead {
  if (bytes[0] === MARKER && bytes[1] === 0xd8) return readJpeg(bytes);
  if (letters(bytes, 0, 4) === 'RIFF' && letters(bytes, 8, 12) === 'WEBP') return readWebp(bytes);
  return { status: 'refused', reason: 'unknown-format' };
}

function readJpeg(bytes: Uint8Array): ImageHead {
  if (countScans(bytes) > MOST_SCANS) return { status: 'refused', reason: 'too-many-scans' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== MARKER) return { status: 'refused', reason: 'broken' };
    const code = bytes[at + 1] ?? 0;
    if (isFrame(code)) return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    if (code === START_OF_SCAN) break;
    // A fill byte, or a segment with its length.
    at += code === MARKER ? 1 : 2 + view.getUint16(at + 2);
  }
  return { status: 'refused', reason: 'broken' };
}

/** Starts of frames, but not the tables between their codes. */
const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;

function countScans(bytes: Uint8Array): number {
  let scans = 0;
  for (let at = bytes.indexOf(MARKER); at >= 0; at = bytes.indexOf(MARKER, at + 1)) scans += bytes[at + 1] === START_OF_SCAN ? 1 : 0;
  return scans;
}

function readWebp(bytes: Uint8Array): ImageHead {
  if (bytes.length < 30) return { status: 'refused', reason: 'broken' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunk = letters(bytes, 12, 16);
  const uint24 = (at: number): number => view.getUint16(at, true) + (bytes[at + 2] ?? 0) * 65_536;
  if (chunk === 'VP8 ') return sized('webp', view.getUint16(26, true) % 16_384, view.getUint16(28, true) % 16_384);
  if (chunk === 'VP8L') return sized('webp', 1 + (view.getUint32(21, true) % 16_384), 1 + (Math.floor(view.getUint32(21, true) / 16_384) % 16_384));
  if (chunk === 'VP8X') return sized('webp', 1 + uint24(24), 1 + uint24(27));
  return { status: 'refused', reason: 'broken' };
}

function sized(format: 'jpeg' | 'webp', widthPx: number, heightPx: number): ImageHead {
  return widthPx > 0 && heightPx > 0 ? { status: 'read', format, widthPx, heightPx } : { status: 'refused', reason: 'broken' };
}

const letters = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
