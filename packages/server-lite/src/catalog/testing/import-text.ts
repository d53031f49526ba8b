import type { CatalogImportReport } from '@vua/models/contracts';
import type { CatalogRepository } from '../catalog-repository.ts';
import { importCatalog, type CatalogImport } from '../import/import-catalog.ts';

/** The bytes of a file in pieces of this size. */
async function* bytesOf(content: string | Uint8Array, pieceBytes = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let start = 0; start < bytes.length; start += pieceBytes) yield bytes.subarray(start, start + pieceBytes);
}

export type TextImport = Partial<Omit<CatalogImport, 'bytes'>> & { readonly content: string | Uint8Array; readonly pieceBytes?: number };

/** Imports this file for the tenant `demo`; of a refusal its code and line. */
export async function importText(repository: CatalogRepository, { content, pieceBytes, ...request }: TextImport): Promise<CatalogImportReport | { readonly code: string; readonly line: number | undefined }> {
  const outcome = await importCatalog(repository, { tenantId: 'demo', format: 'csv', ...request, bytes: bytesOf(content, pieceBytes) }, () => 1);
  return outcome.status === 'done' ? outcome.report : { code: outcome.refusal.code, line: outcome.refusal.line };
}
