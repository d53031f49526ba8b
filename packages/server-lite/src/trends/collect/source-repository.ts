import type { CollectedSource } from '@vua/models/contracts';
import type { SourceConfig, SourceRecord, SourceState } from './source-record.ts';

/** Configured sources. Every implementation passes `testing/describe-source-repository.ts`. */
export interface SourceRepository {
  /** Of one tenant, or of all; by tenant and source. */
  list(tenantId?: string): Promise<readonly SourceRecord[]>;
  find(tenantId: string, source: CollectedSource): Promise<SourceRecord | undefined>;
  /** In the place of what was there, with a fresh state. Resolves after the commit. */
  save(tenantId: string, config: SourceConfig): Promise<void>;
  /** Notes how a source does, unless it was configured anew since `config` was read. */
  note(tenantId: string, config: Pick<SourceConfig, 'source' | 'savedMs'>, state: SourceState): Promise<void>;
  /** @returns whether there was one */
  remove(tenantId: string, source: CollectedSource): Promise<boolean>;
}
