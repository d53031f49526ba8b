import { type OpenedModel, STEP_TYPES, type StepType, type StepWindow, type TopItem, nextWindow, topItems, usesModel } from '@vua/models/sequence';
import type { KeptSequence, Moment } from '../sessions/index.ts';
import type { AskByVector, RankedItem } from './ask-by-vector.ts';
import { LARGE_CATALOG_ITEMS } from './choose-engine.ts';
import type { ModelFault } from './device-model.ts';
import { createHistoryEncoder } from './encode-history.ts';
import type { SequenceRanker } from './sequence-ranker.ts';

/** What this shopper is likely to look at next, worked out on this device. */
export interface ShopperRanking {
  /** The `limit` likeliest items that were not seen yet; or, of the items `among`, in the order of their chances. */
  rank(limit: number, among?: readonly string[]): Promise<Ranking>;
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
  readonly windowOf: () => Promise<{ readonly window: StepWindow; readonly seen: ReadonlySet<number> }>;
}

export function createShopperRanking({ sequence, openModel, askByVector, maySend }: RankingDeps): ShopperRanking {
  let opening: Promise<Opened | ModelFault> | undefined;
  const open = async (): Promise<Opened | ModelFault> => {
    const mine = opening ??= openModel().then((model) => (typeof model === 'string' ? model : { ...model, windowOf: createWindows(model, sequence) }));
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
      const asked = among === undefined && maySend() ? await askServer(opened, window, limit, askByVector) : undefined;
      const { vocabulary, manifest: { version } } = opened.opened;
      if (asked !== undefined) return { status: 'ranked', modelVersion: version, by: 'server', items: asked.filter(({ itemId }) => !seen.has(vocabulary.indexOf(itemId))) };
      const best = await (among === undefined ? opened.ranker.best(window, limit, seen) : bestAmong(opened, window, limit, among));
      return { status: 'ranked', modelVersion: version, by: 'device', items: best.map(({ item, score }) => ({ itemId: vocabulary[item] ?? '', score })) };
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

function createWindows({ opened }: RankingModel, sequence: RankingDeps['sequence']): Opened['windowOf'] {
  const encode = createHistoryEncoder(opened);
  let shown: StepWindow | undefined;
  return async () => {
    const history = encode(await sequence.read());
    shown = nextWindow(shown, history, opened.manifest.shape.length);
    return { window: shown, seen: new Set(history.items) };
  };
}

/** Only for a large catalog: for others the device has the whole answer itself. */
async function askServer({ opened: { manifest: { shape, shipped, version } }, ranker }: RankingModel, window: StepWindow, limit: number, ask: AskByVector): Promise<readonly RankedItem[] | undefined> {
  const vector = shape.items > LARGE_CATALOG_ITEMS && usesModel(shipped) ? await ranker.vector(window) : undefined;
  return vector && ask({ modelVersion: version, vector, limit });
}

async function bestAmong({ opened: { vocabulary }, ranker }: RankingModel, window: StepWindow, limit: number, among: readonly string[]): Promise<readonly TopItem[]> {
  const wanted = new Set(among);
  const items = Int32Array.from(vocabulary.keys()).filter((item) => wanted.has(vocabulary[item] ?? ''));
  const best = topItems(await ranker.score(window, items), limit);
  return best.map(({ item: place, score }) => ({ item: items[place] ?? 0, score }));
}
