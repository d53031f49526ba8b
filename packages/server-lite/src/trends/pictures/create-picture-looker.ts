import type { AttributeVocabulary } from '@vua/models/trend';
import type { TrendStores } from '../collect/trend-stores.ts';
import type { SourceRecord } from '../collect/source-record.ts';
import type { ColourTagger, TagOptions } from '../features/image/colour-tagger.ts';
import type { TrendPost } from '../trend-post.ts';
import { COUNTED_WEEKS } from '../weeks/counted-weeks.ts';
import type { LookedPicture, PictureOutcome } from './looked-picture.ts';

export interface PictureLookerDeps {
  readonly stores: Pick<TrendStores, 'sources' | 'posts' | 'pictures'>;
  /** Whose colours are told for a shop. */
  readonly vocabularyOf: (tenantId: string) => Promise<AttributeVocabulary>;
  /** For one run. */
  readonly openTagger: () => ColourTagger & { close(): Promise<void> };
  /** Told what came of each picture. */
  readonly looked: (outcome: PictureOutcome) => void;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** Of one source of one shop and run: an hour's runs look at more than thirty hashtags bring. */
const MOST_PICTURES = 500;
const AT_ONCE = 4;
/** Where a host was away; whatever else came of a picture is final. */
const MOST_TRIES = 3;
const WEEK_MS = 7 * 86_400_000;

type Waiting = Pick<TrendPost, 'postId' | 'postedMs'> & { readonly imageUrl: string; readonly tries: number };

/** Looks at the pictures of collected posts that still count, each once, the newest first: their addresses are not valid for ever. What goes wrong with one is noted and stops no other. */
export const createPictureLooker = (deps: PictureLookerDeps) => async (signal: AbortSignal): Promise<void> => {
  const tagger = deps.openTagger();
  try {
    for (const record of await deps.stores.sources.list()) await lookAtSource(record, tagger, deps, signal);
  } finally {
    await tagger.close();
  }
};

async function lookAtSource(record: SourceRecord, tagger: ColourTagger, deps: PictureLookerDeps, signal: AbortSignal): Promise<void> {
  const { tenantId, config: { source } } = record;
  const waiting = (await waitingOf(record, deps)).slice(0, MOST_PICTURES);
  const vocabulary = await deps.vocabularyOf(tenantId);
  for (let from = 0; from < waiting.length && !signal.aborted; from += AT_ONCE) {
    const looked = await Promise.all(waiting.slice(from, from + AT_ONCE).map((one) => lookAt(one, tagger, deps.now(), { vocabulary, signal })));
    // What was broken off was not looked at.
    if (signal.aborted) return;
    await deps.stores.pictures.save(tenantId, source, looked);
    for (const { outcome } of looked) deps.looked(outcome);
  }
}

/** The same post may stand under several tags. */
async function waitingOf({ tenantId, config: { source, tags } }: SourceRecord, { stores, now }: PictureLookerDeps): Promise<readonly Waiting[]> {
  const fromMs = now() - COUNTED_WEEKS * WEEK_MS;
  const known = new Map((await stores.pictures.list(tenantId, source, fromMs)).map((picture) => [picture.postId, picture]));
  const posts = (await Promise.all(tags.map((tag) => stores.posts.list({ tenantId, source, tag }, fromMs, Number.MAX_SAFE_INTEGER)))).flat();
  const waiting = posts.toSorted((one, other) => one.seenMs - other.seenMs).flatMap(({ postId, postedMs, imageUrl }): readonly Waiting[] => {
    const { outcome, tries } = known.get(postId) ?? { outcome: undefined, tries: 0 };
    const isOpen = outcome === undefined || (outcome === 'unreachable' && tries < MOST_TRIES);
    return imageUrl !== undefined && isOpen ? [{ postId, postedMs, imageUrl, tries: tries + 1 }] : [];
  });
  return [...new Map(waiting.map((one) => [one.postId, one])).values()].toSorted((one, other) => other.postedMs - one.postedMs || (one.postId < other.postId ? -1 : 1));
}

async function lookAt({ postId, postedMs, imageUrl, tries }: Waiting, tagger: ColourTagger, lookedMs: number, options: TagOptions): Promise<LookedPicture> {
  const tags = await tagger.tagImage(imageUrl, options);
  return { postId, postedMs, lookedMs, tries, ...(tags.status === 'tagged' ? { outcome: 'tagged', colours: tags.colours } : { outcome: tags.reason, colours: [] }) };
}
