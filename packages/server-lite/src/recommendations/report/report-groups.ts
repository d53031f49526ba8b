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
  readonly byId: ReportConversions;
  readonly byClick: ReportConversions;
  readonly shown: Map<string, number>;
  readonly clicks: Map<string, number>;
}

export interface ReportGroups {
  readonly of: (told: Pick<EventData['recommendation_show'], 'kind' | 'strategy' | 'modelVersion'>) => ReportGroup;
  readonly all: () => readonly ReportGroup[];
}

/** Strategies of a model. */
const OF_MODELS: readonly (string | undefined)[] = ['sequence-model', 'rerank-by-model'];
/** Stands for all versions that the shop does not have. */
const OTHER = 'other';

/** Names are the sender's: only kinds and strategies that there are, and `versions`, make a group of their own. */
export function createReportGroups(versions: ReadonlySet<string>): ReportGroups {
  const groups = new Map<string, ReportGroup>();
  const groupOf = (answer: Answer): ReportGroup => {
    const key = JSON.stringify([answer.kind, answer.strategy, answer.modelVersion]);
    const known = groups.get(key);
    if (known !== undefined) return known;
    const group = { ...answer, lists: 0, byId: noConversions(), byClick: noConversions(), shown: new Map<string, number>(), clicks: new Map<string, number>() };
    groups.set(key, group);
    return group;
  };
  return { of: (told) => groupOf(answerOf(told, versions)), all: () => [...groups.values()] };
}

const noConversions = (): ReportConversions => ({ carted: 0, bought: 0, revenue: new Map() });

function answerOf({ kind, strategy, modelVersion }: Pick<EventData['recommendation_show'], 'kind' | 'strategy' | 'modelVersion'>, versions: ReadonlySet<string>): Answer {
  return {
    ...(RecommendationKind.enum.some((known) => known === kind) ? { kind } : {}), ...(RecommendationStrategy.enum.some((known) => known === strategy) ? { strategy } : {}),
    ...(modelVersion === undefined || !OF_MODELS.includes(strategy) ? {} : { modelVersion: versions.has(modelVersion) ? modelVersion : OTHER }),
  };
}

/** @param steps how often each item was looked at */
export function figuresOf({ lists, byId, byClick, shown, clicks, ...answer }: ReportGroup, steps: ReadonlyMap<string, number>, catalogItems: number): RecommendationFigures {
  return { ...answer, lists, shown: timesOf(shown), clicked: timesOf(clicks), byId: conversionsOf(byId), byClick: conversionsOf(byClick), ...spreadOf(shown, steps, catalogItems) };
}

const timesOf = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

const conversionsOf = ({ carted, bought, revenue }: ReportConversions): RecommendationFigures['byId'] => (
  { carted, bought, revenue: Array.from(revenue, ([currency, amountMinor]): EventMoney => ({ amountMinor: Math.min(amountMinor, Number.MAX_SAFE_INTEGER), currency })) }
);
