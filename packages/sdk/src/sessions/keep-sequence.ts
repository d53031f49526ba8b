import type { ConsentState, VuaEvent } from '@vua/models/contracts';
import { type ClickMemory, createClickMemory } from './click-memory.ts';
import { createHistoryStore } from './create-history-store.ts';
import type { HistoryStore } from './history-store.ts';
import { mergeMoments } from './merge-moments.ts';
import { type Moment, momentsOf } from './moment.ts';

/** Where events come from; a tracker. */
export interface EventSource {
  listen(listener: (event: VuaEvent) => void): () => void;
  readonly consent: {
    read(): ConsentState;
    onChange(listener: () => void): () => void;
  };
}

export interface SequenceOptions {
  readonly siteKey: string;
  readonly store?: HistoryStore;
  /** For what items lead to; under the same rule as the sequence. */
  readonly clicks?: ClickMemory;
  /** UTC milliseconds. */
  readonly now?: () => number;
}

/** What the shopper did with items on this device, for the models on this device; never sent. */
export interface KeptSequence {
  /** The last 200 of 30 days at most, oldest first. */
  read(): Promise<readonly Moment[]>;
  /** Stops listening; what is kept stays. Safe to call twice. */
  close(): void;
}

/**
 * Keeps the steps that `source` tells of. On the device only while analytics or personalization is granted; else in this page's memory.
 * Consent that is given on this page takes along what happened while nobody had answered, but nothing from after a refusal. Taken back, the device's copy is deleted.
 */
export function keepSequence(source: EventSource, options: SequenceOptions): KeptSequence {
  const { store = createHistoryStore(`vua-sequence-${options.siteKey}`), now = () => Date.now() } = options;
  const { clicks = createClickMemory(options.siteKey, now) } = options;
  const { consent } = source;
  /** All of this page. */
  let here: readonly Moment[] = [];
  /** What may go to the device and is not there yet. */
  let waiting: readonly Moment[] = [];
  let turn = Promise.resolve();
  const mayKeep = (): boolean => lifeOf(consent.read()) === 'device';
  const write = async (): Promise<void> => {
    const moments = waiting;
    if (moments.length === 0 || !mayKeep()) return;
    if (await store.update((old) => mergeMoments(old, moments, now()))) waiting = waiting.filter((moment) => !moments.includes(moment));
  };
  // Clicks at once: a click on a link is the last that a page sees.
  const keep = (): void => {
    clicks.add(waiting);
    turn = turn.then(write);
  };
  const settle = (): void => {
    const life = lifeOf(consent.read());
    if (life === 'page') waiting = [];
    if (life === 'device') return keep();
    clicks.clear();
    turn = turn.then(async () => void await store.clear());
  };
  const take = (event: VuaEvent): void => {
    const moments = momentsOf(event);
    if (moments.length === 0) return;
    here = mergeMoments(here, moments, now());
    if (lifeOf(event.consent) === 'page' || lifeOf(consent.read()) === 'page') return;
    waiting = mergeMoments(waiting, moments, now());
    if (mayKeep()) keep();
  };
  const stops = [source.listen(take), consent.onChange(settle)];
  // Taken back since the last page.
  if (!mayKeep()) settle();

  return {
    async read() {
      await turn;
      const kept = mayKeep() ? await store.read() : [];
      return mergeMoments(kept, here, now());
    },
    close() {
      stops.forEach((stop) => stop());
      void turn.then(() => store.close());
    },
  };
}

/** `device`: may outlive the page. `waiting`: nobody answered yet. `page`: gone with the page. */
function lifeOf({ analytics, personalization }: ConsentState): 'device' | 'waiting' | 'page' {
  const choices = [analytics, personalization];
  if (choices.includes('granted')) return 'device';
  return choices.includes('denied') ? 'page' : 'waiting';
}
