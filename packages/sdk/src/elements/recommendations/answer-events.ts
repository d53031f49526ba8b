import type { EventBody, EventData, Recommendations } from '@vua/models/contracts';

type Placement = EventData['recommendation_show']['placement'];
type Answer = Pick<Recommendations, 'id' | 'kind' | 'strategy' | 'modelVersion'>;

const answerFields = ({ id, kind, strategy, modelVersion }: Answer) => ({ recommendationId: id, kind, strategy, ...(modelVersion !== undefined && { modelVersion }) });

/** Items of an answer that came before the shopper's eyes. */
export const showEvent = (placement: Placement, itemIds: readonly string[], answer: Answer): EventBody => (
  { type: 'recommendation_show', data: { placement, itemIds: [...itemIds], ...answerFields(answer) } }
);

/** @param position 0 is the first */
export const clickEvent = (placement: Placement, itemId: string, position: number, answer: Answer): EventBody => (
  { type: 'recommendation_click', data: { placement, itemId, position, ...answerFields(answer) } }
);

/** Gives it to the page's tracker. */
export function tellPage(host: HTMLElement, detail: EventBody): void {
  host.dispatchEvent(new CustomEvent('vua-activity', { detail, bubbles: true, composed: true }));
}
