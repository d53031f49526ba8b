import type { BodyEstimate } from '@vua/models/body';
import type { ConsentState } from '@vua/models/contracts';
import type { StatisticsSender } from './profile/send-statistics.ts';

/** The size finder calls it with each body that was measured; not an event, which every script of the page could hear. */
const TAKE_BODY = Symbol.for('vua.take-body');

/** The page, as far as this is concerned. */
type BodyPage = Record<symbol, ((body: BodyEstimate) => void) | undefined>;

interface StatisticsPlace {
  readonly siteKey: string;
  /** Ends with a slash. */
  readonly apiUrl: URL;
}

/**
 * Sends measurements for the shop's size statistics where the shopper agreed to that: whole centimetres, without an id, hours later (docs/privacy.md).
 * The code for it loads with the first consent.
 */
export function followBodies(consent: { read(): ConsentState }, { siteKey, apiUrl }: StatisticsPlace, page: BodyPage = globalThis): void {
  const isGranted = (): boolean => consent.read().statistics === 'granted';
  let opening: Promise<StatisticsSender> | undefined;
  const open = async (): Promise<StatisticsSender> => {
    const { createStatisticsSender } = await import('./profile/send-statistics.ts');
    const sender = createStatisticsSender({ siteKey, apiUrl, isGranted });
    sender.start();
    return sender;
  };
  // Without the code there are no statistics, and nothing else is missing; the next page tries again.
  const withSender = (use: (sender: StatisticsSender) => unknown): void => void (opening ??= open()).then(use, () => undefined);
  if (isGranted()) withSender(() => undefined);
  page[TAKE_BODY] = (body) => {
    if (isGranted()) withSender((sender) => sender.offer(body));
  };
}
