import { type CheckedEvent, checkEvent } from './check-event.ts';

/** Items that were clicked in recommendations, by id: of which answer, and until when that counts, UTC milliseconds. */
export type ClickedItems = Readonly<Record<string, readonly [recommendationId: string, untilMs: number]>>;

/** Where they lie in `localStorage`, followed by the site key; written by `keepSequence`. */
export const CLICKED_KEY = 'vua.clicked.';

type ValidEvent = Extract<CheckedEvent, { status: 'valid' }>;

/** Names the recommendations that the items of a cart or an order were clicked in. @param clickedText {@link ClickedItems} as JSON; what another hand wrote there changes nothing */
export function markItems(checked: ValidEvent, clickedText: string | null, nowMs: number): ValidEvent {
  const { type, data } = checked;
  if (!clickedText || !('items' in data)) return checked;
  try {
    const clicked = JSON.parse(clickedText) as Partial<ClickedItems>;
    const items = data.items.map((item) => {
      const [recommendationId, untilMs = 0] = clicked[item.itemId] ?? [];
      return untilMs > nowMs ? { recommendationId, ...item } : item;
    });
    // Types of events whose items carry no such id do not pass.
    const marked = checkEvent(type, { ...data, items });
    return marked.status === 'valid' ? marked : checked;
  } catch {
    return checked;
  }
}
