import type { FastifyBaseLogger } from 'fastify';
import type { AttributeVocabulary } from '@vua/models/trend';
import type { SendAlert } from '../alerts/trend-alert.ts';
import { createColourTagger } from '../features/image/colour-tagger.ts';
import { createImageDecoder } from '../features/image/image-decoder.ts';
import { createPictureLooker, type PictureLookerDeps } from '../pictures/create-picture-looker.ts';
import type { PictureOutcome } from '../pictures/looked-picture.ts';
import { createCollector } from './create-collector.ts';
import { createSourceService, type SourceService } from './source-service.ts';
import { createTokenVault } from './token-vault.ts';
import type { TrendStores } from './trend-stores.ts';

export interface CollectionOptions {
  /** 32 bytes: opens the tokens of sources. */
  readonly tokenKey: Uint8Array;
  /** Where sources may be beside their official addresses. */
  readonly origins: readonly string[];
  /** From where pictures of posts are taken, such as `https://*.images.example`. @default none is looked at */
  readonly imageOrigins?: readonly string[];
}

export interface CollectionDeps {
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly log: Pick<FastifyBaseLogger, 'error'>;
  readonly alert: SendAlert;
  /** Whose colours pictures are looked at for, of a shop. */
  readonly vocabularyOf: (tenantId: string) => Promise<AttributeVocabulary>;
  /** Told what came of each picture. */
  readonly looked: (outcome: PictureOutcome) => void;
  /** Absent: no source can be configured, and nothing is collected. */
  readonly collecting?: CollectionOptions;
}

export interface Collection {
  readonly sources: SourceService;
  /** Collects what is due; for a job. */
  readonly collect?: (signal: AbortSignal) => Promise<void>;
  /** Looks at pictures of what was collected; for a job. Absent: they may be taken from nowhere. */
  readonly look?: (signal: AbortSignal) => Promise<void>;
}

/** Ties the parts of collecting together. */
export function openCollection(stores: TrendStores, { now, log, alert, looked, vocabularyOf, collecting }: CollectionDeps): Collection {
  if (collecting === undefined) return { sources: createSourceService({ stores, now }) };
  const vault = createTokenVault(collecting.tokenKey);
  const { imageOrigins = [] } = collecting;
  const tell: SendAlert = (tenantId, given) => {
    log.error({ tenantId, ...given }, 'a source of trends rests until it is configured anew');
    return alert(tenantId, given);
  };
  return {
    sources: createSourceService({ stores, vault, origins: collecting.origins, now }),
    collect: createCollector({ stores, vault, now, alert: tell, random: Math.random, fetch: (...given) => globalThis.fetch(...given) }),
    ...(imageOrigins.length > 0 && { look: createPictureLooker({ stores, now, looked, vocabularyOf, openTagger: () => openTagger(imageOrigins) }) }),
  };
}

function openTagger(origins: readonly string[]): ReturnType<PictureLookerDeps['openTagger']> {
  const decoder = createImageDecoder();
  return { ...createColourTagger({ origins, decoder }), close: () => decoder.close() };
}
