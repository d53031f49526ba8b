/** What is wrong with a file that could not be read, unpacked or written, in words; undefined for an error that is none of these. */
export function fileFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const { code } = error;
  // Zlib's codes begin with a Z, those of fflate are numbers.
  if (typeof code === 'number' || String(code).startsWith('Z_')) return 'it cannot be unpacked: it is cut off or damaged';
  // Node's words for the system's errors: "EACCES: permission denied, open '...'".
  return 'syscall' in error ? error.message : undefined;
}
