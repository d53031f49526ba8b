import type { RecommendationReason, RecommendationStrategy, RecommendedItem } from '@vua/models/contracts';
import type { DeviceAnswer } from '../../actions/recommendations/ask-recommendations.ts';
import { type Card, type CardSettings, cardOf, fill } from './card-of.ts';
import { type HeadingName, headingOf } from './heading-of.ts';
import { RECOMMENDATION_TEXTS } from './recommendation-texts.ts';
import type { RecommendationsState } from './recommendations-view.ts';

/** Reasons that a list's heading says already. */
const SAID_BY_HEADING: Readonly<Partial<Record<RecommendationStrategy, RecommendationReason['type']>>> = {
  trending: 'trending', popular: 'popular', newest: 'new', 'recently-seen': 'seen-before', 'popular-in-size': 'popular-in-size', 'rerank-by-popularity': 'popular',
};

type Answered = Extract<DeviceAnswer, { status: 'answered' }>;

/** What an element shows of an answer. @param hidden since it came, oldest first @param nowMs by the device's clock */
export function stateOf(answer: DeviceAnswer | undefined, settings: CardSettings, hidden: readonly string[], nowMs: number): RecommendationsState {
  const { headings, empty } = RECOMMENDATION_TEXTS[settings.locale];
  switch (answer?.status) {
    case undefined: return { status: 'loading' };
    case 'unavailable': return { status: 'hidden' };
    case 'empty': return { status: 'empty', heading: headings[headingOf(answer.kind, 'none').heading], text: empty[answer.why], mayRestore: answer.why === 'all-dismissed' };
    case 'answered': return shownOf(answer, settings, hidden, nowMs);
  }
}

/** Whether a badge says something that the heading does not. What a piece is stands on every card; "for you" only where the others of the list are not. */
function saysMore({ badge }: RecommendedItem, heading: HeadingName, isReasonSaid: boolean): boolean {
  if (badge === 'second-hand') return true;
  return badge === 'for-you' ? heading === 'sorted' : !isReasonSaid;
}

function shownOf({ answer, shop }: Answered, settings: CardSettings, hidden: readonly string[], nowMs: number): RecommendationsState {
  const { kind, strategy, items } = answer;
  const texts = RECOMMENDATION_TEXTS[settings.locale];
  const left = items.filter(({ itemId }) => !hidden.includes(itemId));
  const { heading: name, note } = headingOf(kind, strategy, left.map(({ reason }) => reason.type));
  const size = items.flatMap(({ reason }) => ('size' in reason ? reason.size : []))[0] ?? '';
  const heading = fill(texts.headings[name], { size });
  const cards = left.flatMap((item): readonly Card[] => {
    const card = cardOf(item, shop, settings, nowMs);
    if (card === undefined) return [];
    const isSaid = SAID_BY_HEADING[strategy] === item.reason.type;
    return [{ ...card, ...(isSaid && { reason: undefined }), ...(!saysMore(item, name, isSaid) && { badge: undefined }) }];
  });
  if (cards.length === 0) return { status: 'empty', heading, text: texts.empty['all-dismissed'], mayRestore: true };
  const last = hidden.at(-1);
  return { status: 'shown', heading, note: note && texts.notes[note], cards, dismissed: last === undefined ? undefined : shop.products.get(last)?.name[settings.locale] };
}
