import { SdkError } from '../sdk-error.ts';
import { isHeic } from './is-heic.ts';
import { photoSize } from './photo-size.ts';
import { scaledSize } from './scaled-size.ts';

/** Longest side of a photo that is measured. */
const PHOTO_LIMIT_PX = 1920;
/** A photo whose longest side is shorter shows a person too coarsely (1 px is then more than 0.4 cm). */
const PHOTO_LEAST_PX = 640;
/** Decoded whole, a larger one takes more than 320 MB: phones end the page then. Only special modes of a few phones take such photos. */
const PHOTO_MOST_PX = 80_000_000;
/** Holds the size also behind a preview, a colour profile and other segments of 64 kB. */
const HEADER_BYTES = 512 * 1024;

/**
 * Decodes a chosen file to an upright picture (EXIF rotation applied), longest side at most {@link PHOTO_LIMIT_PX}. The caller closes it.
 * @throws {SdkError} `photo-heic`, `photo-unreadable`, `photo-too-small`, `photo-too-large`.
 */
export async function readPhoto(file: Blob, createBitmap: typeof createImageBitmap = globalThis.createImageBitmap.bind(globalThis)): Promise<ImageBitmap> {
  const header = await firstBytes(file);
  if (isHeic(header)) throw new SdkError('photo-heic', 'HEIC photos cannot be decoded');
  const told = photoSize(header);
  if (told && told.widthPx * told.heightPx > PHOTO_MOST_PX) throw new SdkError('photo-too-large', `the photo is ${told.widthPx} x ${told.heightPx} px`);
  const full = await decode(file, createBitmap);
  const size = { widthPx: full.width, heightPx: full.height };
  if (Math.max(size.widthPx, size.heightPx) < PHOTO_LEAST_PX) {
    full.close();
    throw new SdkError('photo-too-small', `the photo is ${size.widthPx} x ${size.heightPx} px, its longest side must be ${PHOTO_LEAST_PX} px`);
  }
  const { widthPx, heightPx } = scaledSize(size, PHOTO_LIMIT_PX);
  if (widthPx === size.widthPx && heightPx === size.heightPx) return full;
  try {
    return await createBitmap(full, { resizeWidth: widthPx, resizeHeight: heightPx, resizeQuality: 'high' });
  } finally {
    full.close();
  }
}

async function firstBytes(file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, HEADER_BYTES).arrayBuffer());
  } catch (error) {
    throw new SdkError('photo-unreadable', 'the file could not be read', { cause: error });
  }
}

async function decode(file: Blob, createBitmap: typeof createImageBitmap): Promise<ImageBitmap> {
  try {
    return await createBitmap(file, { imageOrientation: 'from-image' });
  } catch (error) {
    throw new SdkError('photo-unreadable', 'the file is not a photo that this browser can decode', { cause: error });
  }
}
