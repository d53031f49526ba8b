import { createMemoryPictures } from '../pictures/memory-pictures.ts';
import type { TrendPost } from '../trend-post.ts';
import type { PostRepository } from './post-repository.ts';
import type { Snapshot } from './snapshot.ts';
import type { SnapshotBatch, SnapshotRepository, TagPlace, TagProgress } from './snapshot-repository.ts';
import { FRESH_STATE, type SourceRecord } from './source-record.ts';
import type { SourceRepository } from './source-repository.ts';
import type { TrendPoint } from './trend-point.ts';
import type { TrendStores } from './trend-stores.ts';

interface HeldTag {
  readonly place: TagPlace;
  progress: TagProgress;
  readonly snapshots: Snapshot[];
  readonly posts: Map<string, { readonly post: TrendPost; readonly firstSeenMs: number }>;
  readonly points: Map<string, TrendPoint>;
}

/** Sources and what they answered, as long as the process lives. */
export function createMemoryTrendStores(): TrendStores {
  const tags = new Map<string, HeldTag>();
  const heldTag = (place: TagPlace): HeldTag => {
    const key = JSON.stringify([place.tenantId, place.source, place.tag]);
    const held = tags.get(key) ?? { place, progress: { tag: place.tag }, snapshots: [], posts: new Map(), points: new Map() };
    tags.set(key, held);
    return held;
  };
  return { sources: createMemorySources(), snapshots: snapshotsOf(heldTag, () => [...tags.values()]), posts: postsOf(heldTag), pictures: createMemoryPictures() };
}

function createMemorySources(): SourceRepository {
  const records = new Map<string, SourceRecord>();
  const keyOf = (tenantId: string, source: string): string => JSON.stringify([tenantId, source]);
  return {
    list: async (tenantId) => structuredClone([...records.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, record]) => record).filter((record) => tenantId === undefined || record.tenantId === tenantId)),
    find: async (tenantId, source) => structuredClone(records.get(keyOf(tenantId, source))),
    save: async (tenantId, config) => void records.set(keyOf(tenantId, config.source), structuredClone({ tenantId, config, state: FRESH_STATE })),
    note: async (tenantId, { source, savedMs }, state) => {
      const record = records.get(keyOf(tenantId, source));
      if (record?.config.savedMs === savedMs) records.set(keyOf(tenantId, source), structuredClone({ ...record, state }));
    },
    remove: async (tenantId, source) => records.delete(keyOf(tenantId, source)),
  };
}

function snapshotsOf(heldTag: (place: TagPlace) => HeldTag, all: () => readonly HeldTag[]): SnapshotRepository {
  return {
    save: async (place, batch) => save(heldTag(place), structuredClone(batch)),
    hold: async (place, untilMs) => {
      const held = heldTag(place);
      held.progress = { ...held.progress, heldUntilMs: untilMs };
    },
    progress: async (tenantId, source) => structuredClone(all().filter(({ place }) => place.tenantId === tenantId && place.source === source)
      .filter(({ progress, snapshots }) => snapshots.length > 0 || progress.heldUntilMs !== undefined).map(({ progress }) => progress).toSorted((one, other) => (one.tag < other.tag ? -1 : 1))),
    list: async (place, fromMs, toMs) => heldTag(place).snapshots.filter(({ takenMs }) => takenMs >= fromMs && takenMs < toMs).toSorted((one, other) => one.takenMs - other.takenMs || one.page - other.page),
    newest: async () => newestOf(all()),
  };
}

function save(held: HeldTag, { snapshot, posts, points, cursor, isFinished }: SnapshotBatch): 'saved' | 'known' {
  if (held.snapshots.some(({ takenMs, page }) => takenMs === snapshot.takenMs && page === snapshot.page)) return 'known';
  held.snapshots.push(snapshot);
  for (const post of posts) {
    const known = held.posts.get(post.postId);
    if ((known?.post.seenMs ?? 0) <= post.seenMs) held.posts.set(post.postId, { post: { ...post, postedMs: known?.post.postedMs ?? post.postedMs }, firstSeenMs: known?.firstSeenMs ?? post.seenMs });
  }
  for (const point of points) {
    const key = `${point.region} ${point.weekEndMs}`;
    if ((held.points.get(key)?.seenMs ?? 0) <= point.seenMs) held.points.set(key, point);
  }
  const { heldUntilMs: _, ...progress } = held.progress;
  held.progress = { ...progress, ...(cursor !== undefined && { cursor }), ...(isFinished && { sweptMs: snapshot.takenMs }) };
  return 'saved';
}

function newestOf(tags: readonly HeldTag[]): Awaited<ReturnType<SnapshotRepository['newest']>> {
  const newest = new Map<string, Awaited<ReturnType<SnapshotRepository['newest']>>[number]>();
  for (const { place: { tenantId, source }, snapshots } of tags) {
    const key = JSON.stringify([tenantId, source]);
    for (const { takenMs } of snapshots) if (takenMs > (newest.get(key)?.takenMs ?? -1)) newest.set(key, { tenantId, source, takenMs });
  }
  return [...newest.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}

function postsOf(heldTag: (place: TagPlace) => HeldTag): PostRepository {
  return {
    list: async (place, fromMs, toMs) => [...heldTag(place).posts.values()].map(({ post }) => post).filter(({ postedMs }) => postedMs >= fromMs && postedMs < toMs)
      .toSorted((one, other) => one.postedMs - other.postedMs || (one.postId < other.postId ? -1 : 1)),
    seenBy: async (place, postIds, atMs) => {
      const { posts } = heldTag(place);
      return new Set(postIds.filter((id) => (posts.get(id)?.firstSeenMs ?? Infinity) <= atMs));
    },
    points: async (place) => [...heldTag(place).points.values()].toSorted((one, other) => (one.region === other.region ? one.weekEndMs - other.weekEndMs : one.region < other.region ? -1 : 1)),
  };
}
