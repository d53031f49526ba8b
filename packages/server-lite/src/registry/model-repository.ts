import type { ModelGroup, ModelRecord, NewModelRecord, StatusChange } from './model-record.ts';

/** Versions of all tenants' models. Every implementation passes `testing/describe-model-repository.ts`. */
export interface ModelRepository {
  /** The newest first. @param statuses only those in one of these places; absent: all */
  list(group: ModelGroup, statuses?: readonly ModelRecord['status'][]): Promise<readonly ModelRecord[]>;
  find(group: ModelGroup, version: string): Promise<ModelRecord | undefined>;
  /**
   * Keeps a new version, whose files are there already, under the number after the highest that its group has; one that was there before stays as it was, with the number it has.
   * Rejects when a file is missing. Of two that come at once the second waits for the first, and for whoever moves versions of the group.
   */
  add(tenantId: string, record: NewModelRecord): Promise<{ readonly isNew: boolean; readonly number: number }>;
  /**
   * Moves versions, all or none; nobody else moves one of the group meanwhile. At most one is `active` and one `canary` afterwards, else it rejects.
   * One that was not active before becomes so at `atMs`; a trial that starts does then.
   * @param decide gets all versions as they are, the newest first; must be pure, and gives those to be moved
   */
  change(group: ModelGroup, atMs: number, decide: (records: readonly ModelRecord[]) => readonly StatusChange[]): Promise<void>;
  /** Forgets versions, whatever their place. Their files stay until they are swept. */
  remove(group: ModelGroup, versions: readonly string[]): Promise<void>;
  /** Every tenant and kind with at least one version. */
  groups(): Promise<readonly ModelGroup[]>;
}
