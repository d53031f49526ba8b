import type { RecommendableItem } from '@vua/models/recommend';
import { type OpenedModel, fitPartner, initialParameters } from '@vua/models/sequence';
import type { StoredEvent } from '../../storage/event-log.ts';
import { SAMPLE_NOW_MS, sampleEvent, sampleId } from '../../storage/testing/sample-event.ts';

export const garment = (id: string, facts: Partial<RecommendableItem> = {}): RecommendableItem => (
  { id, garmentType: 'tee', audience: 'women', colours: ['#202020'], price: { amountMinor: 300_000, currency: 'VND' }, ...facts }
);

const MINUTE_MS = 60_000;
let numbers = 0;

/** A step of shopper number `shopper`, `minutesAgo` before the samples' noon. */
export function step(shopper: number, itemId: string, minutesAgo: number, fields: Partial<StoredEvent> = {}): StoredEvent {
  return sampleEvent((numbers += 1), { anonymousId: sampleId(1, shopper), sessionId: sampleId(2, shopper), itemId, timeMs: SAMPLE_NOW_MS - minutesAgo * MINUTE_MS, dataJson: JSON.stringify({ item: { itemId } }), ...fields });
}

/** An order of its own. @param order what differs from one that costs a million đồng */
export const purchase = (shopper: number, items: readonly object[], minutesAgo: number, order: object = {}): StoredEvent => step(shopper, 'i0', minutesAgo, {
  type: 'purchase', dataJson: JSON.stringify({ orderId: `o${numbers}`, items, value: { amountMinor: 1_000_000, currency: 'VND' }, ...order }),
});

/** A model of drawn weights over items `i0`, `i1`, ...; as wide as a real one. @param items at least 2 */
export function drawnModel(items: number, version = 'v1'): OpenedModel {
  let state = 7;
  const draw = (): number => { state = (state * 16_807) % 2_147_483_647; return state / 1_073_741_823 - 1; };
  const shape = { items, width: 64, blocks: 2, heads: 1, feedForward: 128, length: 50, sideInputs: [], eventTypes: 0 };
  const parameters = Object.fromEntries(Object.entries(initialParameters(shape, draw)).map(([name, values]) => [name, name === 'items' ? values.map((value) => 30 * value) : values]));
  const pairs = Array.from({ length: items - 1 }, (_, k) => ({ items: Int32Array.of(k, k + 1), sides: {} }));
  return {
    parameters, unknown: new Float32Array(shape.width), partner: fitPartner('coVisitation', pairs, items), vocabulary: Array.from({ length: items }, (_, k) => `i${k}`),
    manifest: {
      kind: 'sequence/1', version, seed: 1, split: 'all', shape, sideNames: {}, settings: {}, shipped: { method: 'blend', partner: 'coVisitation', weight: 1 }, files: [],
      data: { sha256: '', format: 'events', sequences: 1, steps: 1, items, skippedLines: 0 }, training: { steps: 1, epochs: 1, wallMs: 1 }, validation: { cases: 0, filtersSeen: true, shipped: { ndcg10: 0, hr10: 0 }, methods: {} },
    },
  };
}
