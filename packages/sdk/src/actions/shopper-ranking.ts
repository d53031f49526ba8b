import { type GiveBonus, type OpenedModel, STEP_TYPES, type StepType, type StepWindow, type TopItem, bestWithBonus, createHistoryEncoder, createShippedBonus, lossesOf, nextWindow, saysSomething, topItems, usesModel } from '@vua/models/sequence';
import type { KeptSequence, Moment } from '../sessions/index.ts';
import type { AskByVector, RankedItem } from './ask-by-vector.ts';
import { LARGE_CATALOG_ITEMS } from './choose-engine.ts';
import type { ModelFault } from './device-model.ts';
import { findListCauses } from './find-list-causes.ts';
import { MOST_BY_VECTOR } from './model-schemas.ts';
import type { SequenceRanker } from './sequence-ranker.ts';

/** What this shopper is likely to look at next, worked out on this device. */
export interface ShopperRanking {
  /** The `limit` likeliest items that were not seen yet; or, of the items `among`, in the order of their chances. */
  rank(limit: number, among?: readonly string[]): Promise<Ranking>;
  /** Which item of the history each of these items is due to: without it, its score falls most. Those that are due to none, or that the model does not know, are not in it. */
  causes(itemIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Chances of each type of the next step, 0 to 1; undefined where the model does not know. */
  nextTypes(): Promise<Readonly<Partial<Record<StepType, number>>> | undefined>;
  /** What the shopper did with items, as far as it may be kept; oldest first. */
  history(): Promise<readonly Moment[]>;
  /** Lets go of model and history; what is kept on the device stays. Safe to call twice. */
  close(): void;
}

export type Ranking =
  | { readonly status: 'ranked'; readonly modelVersion: string; /** Where the list was made. */ readonly by: 'device' | 'server'; /** Best first. */ readonly items: readonly RankedItem[] }
  /** `nothing-known`: the shopper did nothing yet that the model knows. */
  | { readonly status: 'unavailable'; readonly reason: ModelFault | 'nothing-known' };

/** A model with its engine. */
export interface RankingModel {
  readonly opened: OpenedModel;
  readonly ranker: SequenceRanker;
}

export interface RankingDeps {
  readonly sequence: Pick<KeptSequence, 'read' | 'close'>;
  /** Asked once, at the first question; again where it came to nothing. */
  readonly openModel: () => Promise<RankingModel | ModelFault>;
  readonly askByVector: AskByVector;
  /** Whether the shopper allows that a vector leaves the device. */
  readonly maySend: () => boolean;
}

/** A model that is in use, with what was shown to it last. */
interface Opened extends RankingModel {
  readonly giveBonus: GiveBonus;
  /** Numbers of the vocabulary's items. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly windowOf: () => Promise<{ readonly window: StepWindow; readonly seen: ReadonlySet<number> }>;
}

export function createShopperRanking({ sequence, openModel, askByVector, maySend }: RankingDeps): ShopperRanking {
  let opening: Promise<Opened | ModelFault> | undefined;
  const open = async (): Promise<Opened | ModelFault> => {
    const mine = opening ??= openModel().then((model) => (typeof model === 'string' ? model : openedOf(model, sequence)));
    const opened = await mine;
    if (typeof opened === 'string' && opening === mine) opening = undefined;
    return opened;
  };
  return {
    async rank(limit, among) {
      const opened = await open();
      if (typeof opened === 'string') return { status: 'unavailable', reason: opened };
      const { window, seen } = await opened.windowOf();
      if (window.items.length === 0) return { status: 'unavailable', reason: 'nothing-known' };
      const asked = among === undefined && maySend() ? await askServer(opened, window, limit, seen, askByVector) : undefined;
      const best = asked ?? await (among === undefined ? opened.ranker.best(window, limit, seen) : bestAmong(opened, window, limit, among));
      const { vocabulary, manifest: { shipped, version } } = opened.opened;
      return { status: 'ranked', modelVersion: version, by: asked === undefined ? 'device' : 'server', items: best.filter(({ score }) => saysSomething(shipped, score)).map(({ item, score }) => ({ itemId: vocabulary[item] ?? '', score })) };
    },
    async causes(itemIds) {
      const opened = await open();
      return typeof opened === 'string' ? new Map() : causesOf(opened, (await opened.windowOf()).window, itemIds);
    },
    async nextTypes() {
      const opened = await open();
      if (typeof opened === 'string') return undefined;
      const chances = await opened.ranker.events((await opened.windowOf()).window);
      return chances && Object.fromEntries(STEP_TYPES.map((type, index) => [type, Math.exp(chances[index + 1] ?? -Infinity)]));
    },
    history: () => sequence.read(),
    close() {
      sequence.close();
      void opening?.then((opened) => { if (typeof opened !== 'string') opened.ranker.close(); });
      opening = undefined;
    },
  };
}

function openedOf(model: RankingModel, sequence: RankingDeps['sequence']): Opened {
  return { ...model, giveBonus: createShippedBonus(model.opened), numbers: new Map(model.opened.vocabulary.map((itemId, number) => [itemId, number])), windowOf: createWindows(model, sequence) };
}

function createWindows({ opened }: RankingModel, sequence: RankingDeps['sequence']): Opened['windowOf'] {
  const encode = createHistoryEncoder(opened);
  let shown: StepWindow | undefined;
  return async () => {
    const history = encode(await sequence.read());
    shown = nextWindow(shown, history, opened.manifest.shape.length);
    return { window: shown, seen: new Set(history.items) };
  };
}

/** Only for a large catalog: for others the device has the whole answer itself. The server knows the model's best; what ships beside the model is added here, so that the list is the device's own. */
async function askServer({ opened: { manifest: { shape, shipped, version } }, ranker, giveBonus, numbers }: Opened, window: StepWindow, limit: number, seen: ReadonlySet<number>, ask: AskByVector): Promise<readonly TopItem[] | undefined> {
  const vector = shape.items > LARGE_CATALOG_ITEMS && usesModel(shipped) ? await ranker.vector(window) : undefined;
  const bonus = giveBonus(window);
  const answer = vector && await ask({ modelVersion: version, vector, limit: Math.min(MOST_BY_VECTOR, limit + seen.size + lossesOf(bonus)) });
  if (answer === undefined) return undefined;
  const top = answer.map(({ itemId, score }) => ({ item: numbers.get(itemId) ?? -1, score })).filter(({ item }) => item >= 0);
  const usable = top.filter(({ item }) => !seen.has(item) && (bonus.get(item) ?? 0) >= 0);
  // The server gives no more, and what was seen takes their places: the device knows them all.
  if (usable.length < limit && answer.length === MOST_BY_VECTOR) return undefined;
  const named = Int32Array.from(bonus.keys());
  const scores = (await ranker.score(window, named)).map((score, k) => score - (bonus.get(named[k] ?? -1) ?? 0));
  return bestWithBonus({ items: top.map(({ item }) => item), scores: top.map(({ score }) => score) }, { items: named, scores }, bonus, limit, seen);
}

async function bestAmong({ numbers, ranker }: Opened, window: StepWindow, limit: number, among: readonly string[]): Promise<readonly TopItem[]> {
  const items = numbersOf(among, numbers);
  const best = topItems(await ranker.score(window, items), limit);
  return best.map(({ item: place, score }) => ({ item: items[place] ?? 0, score }));
}

async function causesOf({ opened: { vocabulary }, ranker, numbers }: Opened, window: StepWindow, itemIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const items = numbersOf(itemIds, numbers);
  const causes = await findListCauses(ranker, window, items);
  return new Map(causes.flatMap((cause, k) => {
    // A step on an item that the model does not know has a number, and no id.
    const [itemId, causeId] = [vocabulary[items[k] ?? -1], vocabulary[cause ?? -1]];
    return itemId === undefined || causeId === undefined ? [] : [[itemId, causeId] as const];
  }));
}

/** Each once, lowest first, without those that are not in the vocabulary. */
const numbersOf = (itemIds: readonly string[], numbers: Opened['numbers']): Int32Array => Int32Array.from(new Set(itemIds.flatMap((itemId) => numbers.get(itemId) ?? []))).sort();
