import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of a file, lower-case hexadecimal, without holding the file. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part as Buffer);
  return hash.digest('hex');
}

export const bytesHash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
