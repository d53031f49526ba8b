import { type EventData, type EventMoney, RecommendationKind, type RecommendationFigures, RecommendationStrategy } from '@vua/models/contracts';
import { spreadOf } from './spread-of.ts';

/** Who spoke. */
type Answer = Pick<RecommendationFigures, 'kind' | 'strategy' | 'modelVersion'>;

/** What was put into the cart and bought; revenue by currency. */
export interface ReportConversions {
  carted: number;
  bought: number;
  readonly revenue: Map<string, number>;
}

/** Running figures of the lists of one kind, strategy and model. */
export interface ReportGroup extends Answer {
  lists: number;
  clicked: number;
  readonly byId: ReportConversions;
  readonly byClick: ReportConversions;
  readonly shown: Map<string, number>;
}

export interface ReportGroups {
  readonly of: (told: Pick<EventData['recommendation_show'], 'kind' | 'strategy' | 'modelVersion'>) => ReportGroup;
  readonly all: () => readonly ReportGroup[];
}

const MOST_GROUPS = 200;

export function createReportGroups(): ReportGroups {
  const groups = new Map<string, ReportGroup>();
  const groupOf = (answer: Answer): ReportGroup => {
    const key = JSON.stringify([answer.kind, answer.strategy, answer.modelVersion]);
    const known = groups.get(key);
    if (known !== undefined) return known;
    // Names are the sender's: more than these are one group without a name.
    const isNamed = groups.size < MOST_GROUPS || key === '[null,null,null]';
    if (!isNamed) return groupOf({});
    const group = { ...answer, lists: 0, clicked: 0, byId: noConversions(), byClick: noConversions(), shown: new Map<string, number>() };
    groups.set(key, group);
    return group;
  };
  return { of: (told) => groupOf(answerOf(told)), all: () => [...groups.values()] };
}

const noConversions = (): ReportConversions => ({ carted: 0, bought: 0, revenue: new Map() });

function answerOf({ kind, strategy, modelVersion }: Pick<EventData['recommendation_show'], 'kind' | 'strategy' | 'modelVersion'>): Answer {
  return {
    ...(RecommendationKind.enum.some((known) => known === kind) ? { kind } : {}), ...(RecommendationStrategy.enum.some((known) => known === strategy) ? { strategy } : {}),
    ...(modelVersion === undefined ? {} : { modelVersion }),
  };
}

/** @param steps how often each item was looked at */
export function figuresOf({ lists, clicked, byId, byClick, shown, ...answer }: ReportGroup, steps: ReadonlyMap<string, number>, catalogItems: number): RecommendationFigures {
  const shownTimes = [...shown.values()].reduce((sum, count) => sum + count, 0);
  return { ...answer, lists, shown: shownTimes, clicked, byId: conversionsOf(byId), byClick: conversionsOf(byClick), ...spreadOf(shown, steps, catalogItems) };
}

const conversionsOf = ({ carted, bought, revenue }: ReportConversions): RecommendationFigures['byId'] => (
  { carted, bought, revenue: Array.from(revenue, ([currency, amountMinor]): EventMoney => ({ amountMinor: Math.min(amountMinor, Number.MAX_SAFE_INTEGER), currency })) }
);
