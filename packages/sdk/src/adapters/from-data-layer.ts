import { createIntake } from './create-intake.ts';
import { isRepeated, markTaken } from './echoes.ts';
import { fromGa4 } from './from-ga4.ts';
import type { Adapter, Reading, Track } from './reading.ts';
import { fieldsOf } from './take-values.ts';

export interface DataLayerOptions {
  /** The shop's currency (ISO 4217), where its pushes name none. */
  readonly currency?: string;
}

/**
 * Takes over the e-commerce events of GA4 that a page pushes, those that lie there already and those to come:
 * `gtag('event', 'add_to_cart', {...})` and `dataLayer.push({ event: 'add_to_cart', ecommerce: {...} })`.
 * The page's own push goes first, with its result and its errors. Nothing of ours throws into the page.
 * @param dataLayer `window.dataLayer`; the page makes it before: `window.dataLayer = window.dataLayer || []`.
 */
export function fromDataLayer(dataLayer: unknown, track: Track, { currency }: DataLayerOptions = {}): Adapter {
  const intake = createIntake(track, markTaken);
  const take = (entry: unknown): void => intake.take(() => readEntry(entry, currency));
  const layer: unknown[] | undefined = Array.isArray(dataLayer) ? dataLayer : undefined;
  layer?.slice().forEach(take);
  const stop = layer && followPushes(layer, take);
  return { counts: () => intake.counts(), close: () => stop?.() };
}

/** What one entry of the data layer tells. May throw where reading the page's objects does. */
function readEntry(entry: unknown, currency: string | undefined): Reading {
  const fields = fieldsOf(entry);
  // Only such an object is a command of gtag's; an array is not.
  const isCommand = Object.prototype.toString.call(entry) === '[object Arguments]';
  if (isCommand && fields['0'] !== 'event') return { status: 'ignored' };
  const [name, parameters] = isCommand ? [fields['1'], fields['2']] : [fields['event'], { ...fields, ...fieldsOf(fields['ecommerce']) }];
  if (typeof name !== 'string' || isRepeated(parameters)) return { status: 'ignored' };
  return fromGa4(name, parameters, currency);
}

/** @returns how to stop. */
function followPushes(layer: unknown[], take: (entry: unknown) => void): () => void {
  const own = Object.getOwnPropertyDescriptor(layer, 'push');
  const before: unknown = layer.push;
  if (typeof before !== 'function') return () => undefined;
  let isOpen = true;
  // A tag manager that comes later wraps this one in turn, so it must stay callable after the end.
  const push = function push(this: unknown, ...entries: unknown[]): unknown {
    const result: unknown = Reflect.apply(before, this, entries);
    if (isOpen) entries.forEach(take);
    return result;
  };
  const isSet = Reflect.defineProperty(layer, 'push', { value: push, writable: true, configurable: true, enumerable: own?.enumerable ?? false });
  return () => {
    isOpen = false;
    if (!isSet || layer.push !== push) return;
    if (own) Reflect.defineProperty(layer, 'push', own);
    else Reflect.deleteProperty(layer, 'push');
  };
}
