import { Type, type Static } from 'typebox';
import { UtcMs } from './utc-ms.ts';

const closed = { additionalProperties: false };

/** What a model foretells: what comes next in a session, a size, a trend. */
export const ModelKind = Type.Enum(['sequence', 'size', 'trend']);
export type ModelKind = Static<typeof ModelKind>;

/** Models that devices load; trends are forecast on the server. */
export const DeviceModelKind = Type.Enum(['sequence', 'size']);
export type DeviceModelKind = Static<typeof DeviceModelKind>;

/** The first twelve digits of the SHA-256 over the hashes of a version's files. */
export const ModelVersionId = Type.String({ pattern: '^[0-9a-f]{12}$' });
export type ModelVersionId = Static<typeof ModelVersionId>;

/** Such as `model.bin`: lower-case letters, digits, hyphens and dots that stand alone, 1-64. No path. */
export const ModelFileName = Type.String({ maxLength: 64, pattern: '^[a-z0-9-]+(?:\\.[a-z0-9-]+)*$' });
export type ModelFileName = Static<typeof ModelFileName>;

/** No file of a model is larger: 64 MB. */
export const MAX_MODEL_FILE_BYTES = 64 * 1024 * 1024;
/** A model has at most so many files. */
export const MAX_MODEL_FILES = 16;

const FILE = {
  name: ModelFileName,
  bytes: Type.Integer({ minimum: 1, maximum: MAX_MODEL_FILE_BYTES }),
  /** Lower-case hexadecimal. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
};

export const ModelFile = Type.Object(FILE, closed);
export type ModelFile = Static<typeof ModelFile>;

/**
 * `candidate`: registered, loaded by nobody; `canary`: loaded by a share of the devices; `active`: by all others, one at a time;
 * `retired`: was active; `rejected`: the gate or a person took it back.
 */
export const ModelStatus = Type.Enum(['candidate', 'canary', 'active', 'retired', 'rejected']);
export type ModelStatus = Static<typeof ModelStatus>;

/** Share of the devices that load a canary: in thousandths above 0, below 1. */
export const CanaryShare = Type.Number({ minimum: 0.001, maximum: 0.999 });

/** Figures of a model by name, such as `ndcg10`. */
export const ModelMetrics = Type.Record(Type.String({ pattern: '^[a-z][A-Za-z0-9]{0,39}$' }), Type.Number(), { ...closed, maxProperties: 40 });
export type ModelMetrics = Static<typeof ModelMetrics>;

/** A version of a shop's model, as a merchant sees it. */
export const ModelVersion = Type.Object(
  {
    kind: ModelKind,
    version: ModelVersionId,
    /** From 1, per shop and kind, in the order in which they were registered. */
    number: Type.Integer({ minimum: 1 }),
    createdAtMs: UtcMs,
    status: ModelStatus,
    /** Of a canary only. */
    canaryShare: Type.Optional(CanaryShare),
    /** When it became active the last time. */
    activatedAtMs: Type.Optional(UtcMs),
    /** Since when it is on trial in its place: what becomes of it is decided by what shoppers do. Of a canary or an active version that retraining brought, until that is decided or a person moves it. */
    trialSinceMs: Type.Optional(UtcMs),
    /** On what was held back when it was trained. */
    metrics: ModelMetrics,
    files: Type.Array(ModelFile, { minItems: 1, maxItems: MAX_MODEL_FILES }),
    /** Times of the events that it learned from; `toMs` is exclusive. */
    dataRange: Type.Optional(Type.Object({ fromMs: UtcMs, toMs: UtcMs }, closed)),
  },
  closed,
);
export type ModelVersion = Static<typeof ModelVersion>;

/** Answer of `GET /v1/models/{kind}/versions`: the newest first. */
export const ModelVersionList = Type.Object({ versions: Type.Array(ModelVersion) }, closed);
export type ModelVersionList = Static<typeof ModelVersionList>;

/** Answer of `GET /v1/models/{kind}/active`: what this device loads. */
export const LoadedModel = Type.Object(
  {
    kind: DeviceModelKind,
    version: ModelVersionId,
    /** `url`: on this server, from its root. */
    files: Type.Array(Type.Object({ ...FILE, url: Type.String() }, closed)),
    /** What the training says of it: shape, vocabulary, shipped method. What stands in it is the kind's. */
    manifest: Type.Record(Type.String(), Type.Unknown()),
  },
  closed,
);
export type LoadedModel = Static<typeof LoadedModel>;
