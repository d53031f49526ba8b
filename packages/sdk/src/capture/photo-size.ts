import type { VideoSize } from './camera-session.ts';

type Read = (view: DataView) => VideoSize | undefined;

/**
 * The size that a picture file says it has, before rotation; undefined where `bytes`, the file's beginning, do not tell.
 * Reads PNG, JPEG, WebP, GIF and BMP.
 */
export function photoSize(bytes: Uint8Array): VideoSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return READERS.map((read) => read(view)).find((size) => size !== undefined);
  } catch (error) {
    // The file ends before its size.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const size = (widthPx: number, heightPx: number): VideoSize => ({ widthPx, heightPx });

const readPng: Read = (view) => (begins(view, 0, '\x89PNG') ? size(view.getUint32(16), view.getUint32(20)) : undefined);

const readGif: Read = (view) => (begins(view, 0, 'GIF8') ? size(view.getUint16(6, true), view.getUint16(8, true)) : undefined);

// A negative height means rows from the top.
const readBmp: Read = (view) => (begins(view, 0, 'BM') ? size(Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))) : undefined);

const readWebp: Read = (view) => {
  if (!begins(view, 0, 'RIFF') || !begins(view, 8, 'WEBP')) return undefined;
  if (begins(view, 12, 'VP8X')) return size(1 + (view.getUint32(24, true) & 0xffffff), 1 + (view.getUint32(27, true) & 0xffffff));
  if (begins(view, 12, 'VP8L')) return size(1 + (view.getUint32(21, true) & 0x3fff), 1 + ((view.getUint32(21, true) >>> 14) & 0x3fff));
  return begins(view, 12, 'VP8 ') ? size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff) : undefined;
};

/** Segment after segment, to the frame header (SOF0 to SOF15, of which DHT, JPG and DAC are none). */
const readJpeg: Read = (view) => {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return size(view.getUint16(at + 7), view.getUint16(at + 5));
    // 0xff before a marker only fills.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
};

const READERS: readonly Read[] = [readPng, readJpeg, readWebp, readGif, readBmp];

function begins(view: DataView, at: number, text: string): boolean {
  return view.byteLength >= at + text.length && Array.from(text, (letter) => letter.charCodeAt(0)).every((code, index) => view.getUint8(at + index) === code);
}
