import type { CatalogSnapshot, SnapshotItem } from '@vua/models/contracts';
import { findFault } from '../../find-fault.ts';
import { type DataPlace, fetchAnswer, urlIn } from './fetch-json.ts';
import { SNAPSHOT_SCHEMA } from './recommendation-schemas.ts';

/** Prices and stock of this moment. */
export interface Snapshot {
  readonly items: ReadonlyMap<string, SnapshotItem>;
  /** What was asked for; what is not in `items` then is not sold any more. */
  readonly asked: ReadonlySet<string>;
  /** How far the server's clock is ahead of the device's, milliseconds. */
  readonly aheadMs: number;
}

const isSnapshot = (given: unknown): given is CatalogSnapshot => findFault(SNAPSHOT_SCHEMA, given) === undefined;

/** Undefined where the server is away. Never kept: an old one would show a price that no longer holds. @param itemIds at most 100 */
export async function takeSnapshot(itemIds: readonly string[], place: DataPlace, nowMs: number): Promise<Snapshot | undefined> {
  const response = itemIds.length === 0 ? undefined : await fetchAnswer(urlIn(place, 'v1/catalog/snapshot', { items: itemIds.join(',') }), place);
  const given: unknown = await response?.json().catch(() => undefined);
  if (response === undefined || !isSnapshot(given)) return undefined;
  return { asked: new Set(itemIds), items: new Map(given.items.map((item) => [item.id, item])), aheadMs: aheadOf(response.headers, nowMs) };
}

/** By the answer's `Date`, and the time that it lay in a cache (`Age`, seconds). */
function aheadOf(headers: Headers, nowMs: number): number {
  const sentMs = Date.parse(headers.get('date') ?? '') + Number(headers.get('age') ?? 0) * 1000;
  return Number.isFinite(sentMs) ? sentMs - nowMs : 0;
}
