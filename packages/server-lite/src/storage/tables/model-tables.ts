export interface ModelTables {
  readonly model_version: ModelVersionRow;
  readonly model_version_file: ModelVersionFileRow;
  readonly model_file: ModelFileRow;
  readonly model_file_chunk: ModelFileChunkRow;
}

/** A version of a shop's model. */
export interface ModelVersionRow {
  readonly tenant_id: string;
  readonly kind: string;
  readonly version: string;
  /** From 1, of the shop and kind. */
  readonly number: number;
  /** UTC milliseconds. */
  readonly created_ms: number;
  readonly status: string;
  /** Of a canary only. */
  readonly canary_share: number | null;
  /** UTC milliseconds of the last time that it became active. */
  readonly activated_ms: number | null;
  /** UTC milliseconds since when it is on trial in its place. */
  readonly trial_since_ms: number | null;
  /** JSON: figures by name. */
  readonly metrics: string;
  readonly data_from_ms: number | null;
  readonly data_to_ms: number | null;
  /** JSON, as the training wrote it. */
  readonly manifest: string;
}

/** A file by its name in a version. */
export interface ModelVersionFileRow {
  readonly tenant_id: string;
  readonly kind: string;
  readonly version: string;
  /** In the manifest's order, from 0. */
  readonly place: number;
  readonly name: string;
  readonly sha256: string;
}

/** A file by its content; of two versions that have the same, there is one. */
export interface ModelFileRow {
  readonly tenant_id: string;
  readonly sha256: string;
  readonly bytes: number;
  /** UTC milliseconds; moved on when it is brought again. */
  readonly put_ms: number;
  /** 1 once every chunk is there. */
  readonly is_whole: number;
}

export interface ModelFileChunkRow {
  readonly tenant_id: string;
  readonly sha256: string;
  /** From 0. */
  readonly place: number;
  readonly content: Uint8Array;
}
