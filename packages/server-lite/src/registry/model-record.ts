import type { ModelKind, ModelVersion } from '@vua/models/contracts';

/** A version as it is kept. */
export interface ModelRecord extends ModelVersion {
  /** The whole manifest.json, parsed. */
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** A version that gets its number when it is kept. */
export type NewModelRecord = Omit<ModelRecord, 'number'>;

/** Another place for a version. */
export interface StatusChange {
  readonly version: string;
  readonly status: ModelVersion['status'];
  /** Of a canary only. */
  readonly canaryShare?: number;
  /** Whether its trial in this place begins now; any other change ends it. */
  readonly startsTrial?: true;
}

/** A shop's models of one kind. */
export interface ModelGroup {
  readonly tenantId: string;
  readonly kind: ModelKind;
}

/** What the merchant sees of a record. */
export function versionOf({ manifest: _manifest, ...version }: ModelRecord): ModelVersion {
  return version;
}
