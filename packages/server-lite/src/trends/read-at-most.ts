/** The bytes of an answer; undefined as soon as there are more. What a header says of the length is not believed. */
export async function readAtMost({ body }: Pick<Response, 'body'>, mostBytes: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.byteLength;
    // Leaving the loop cancels the stream.
    if (bytes > mostBytes) return undefined;
    parts.push(part);
  }
  // In memory of its own: small buffers share theirs.
  return new Uint8Array(Buffer.concat(parts));
}
