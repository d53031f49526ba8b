// Brands of ISO/IEC 23008-12 (HEIF) with HEVC pictures; `mif1` and `msf1` are the generic ones that phones write too.
const HEIC_BRANDS: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'];
const GENERIC_BRANDS: readonly string[] = ['mif1', 'msf1'];

/** Whether a file that begins with `bytes` (at least 32 of them) is a HEIC photo. AVIF, which browsers do decode, is not. */
export function isHeic(bytes: Uint8Array): boolean {
  if (ascii(bytes, 4) !== 'ftyp') return false;
  const major = ascii(bytes, 8);
  if (HEIC_BRANDS.includes(major)) return true;
  if (!GENERIC_BRANDS.includes(major)) return false;
  const boxLength = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const compatible: string[] = [];
  for (let at = 16; at + 4 <= Math.min(boxLength, bytes.length); at += 4) compatible.push(ascii(bytes, at));
  return !compatible.includes('avif');
}

const ascii = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
