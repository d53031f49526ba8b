import {
  type BodyEstimate, type BodyModel, type BodyProfile, type FusedEstimate, type LaterAnswers, MEASUREMENT_NAMES, estimateFromAnswers, fuseEstimates,
} from '@vua/models/body';
import { checkProfile } from '../scan/check-profile.ts';
import { assetManifest } from '../worker/asset-manifest.ts';
import type { FindBodyModel } from '../worker/find-body-model.ts';
import { type AssetSources, loadAsset } from '../worker/load-asset.ts';
import { openBodyModel } from '../worker/open-body-model.ts';
import type { AssetReference } from '../worker/worker-assets.ts';

export interface AnswersSource {
  /** Ends with a slash. */
  readonly assetsUrl: URL;
  readonly fetch: typeof globalThis.fetch;
  /** @default the shop has no model of its own */
  readonly findBodyModel?: FindBodyModel;
  /** Where the shop has none of its own. @default the body model of this build */
  readonly bodyModel?: AssetReference;
  /** @default the browser's Cache API, where there is one */
  readonly caches?: Pick<CacheStorage, 'open'>;
}

/**
 * Measurements from what the shopper told, on the page itself: no worker is needed for a few sums.
 * @throws {SdkError} `input-invalid`, `input-implausible`, `offline`, `model-unavailable`, `model-corrupt`.
 */
export async function measureAnswers(profile: BodyProfile, source: AnswersSource): Promise<BodyEstimate> {
  checkProfile(profile);
  return estimateFromAnswers(profile, await loadModel(source));
}

/**
 * A first estimate together with what was told later. Of a camera's estimate the answers are likelihoods; answers alone are all taken at once.
 * @throws {SdkError} `input-invalid`, `input-implausible`, `offline`, `model-unavailable`, `model-corrupt`.
 */
export async function refineAnswers(body: BodyEstimate, later: LaterAnswers, source: AnswersSource): Promise<FusedEstimate> {
  const { massKg = later.massKg, ageYears = later.ageYears } = body.profile;
  const profile: BodyProfile = { ...body.profile, ...(massKg !== undefined && { massKg }), ...(ageYears !== undefined && { ageYears }) };
  checkProfile(profile);
  const model = await loadModel(source);
  if (body.source === 'camera') return fuseEstimates(body, later, model);
  const refined = estimateFromAnswers(profile, model, later);
  return { status: doubtOf(refined) > doubtOf(estimateFromAnswers(profile, model)) ? 'contradicting' : 'fused', body: refined };
}

/** Sum of the relative widths of all intervals. Answers narrow it, unless they contradict each other. */
function doubtOf({ measurements }: BodyEstimate): number {
  return MEASUREMENT_NAMES.reduce((sum, name) => {
    const estimate = measurements[name];
    return estimate === undefined ? sum : sum + (estimate.p95Cm - estimate.p5Cm) / estimate.meanCm;
  }, 0);
}

async function loadModel({ assetsUrl, bodyModel = bodyModelIn(assetsUrl), caches = browserCaches(), fetch, findBodyModel }: AnswersSource): Promise<BodyModel> {
  const sources: AssetSources = { fetch: (url, init) => fetch(url, { ...init, credentials: 'omit' }), ...(caches && { caches }) };
  return openBodyModel(await findBodyModel?.(), bodyModel, (reference) => loadAsset(reference, sources));
}

function bodyModelIn(assetsUrl: URL): AssetReference {
  const { file, sha256 } = assetManifest()['body-model'];
  return { url: new URL(file, assetsUrl).href, sha256 };
}

// Absent outside a secure context.
const browserCaches = (): CacheStorage | undefined => ('caches' in globalThis ? globalThis.caches : undefined);
