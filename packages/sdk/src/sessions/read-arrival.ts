import { type Arrival, type CampaignOptions, arrivalOf } from './arrival.ts';

type ArrivalPage = Partial<Pick<typeof globalThis, 'location' | 'document' | 'performance'>>;

/** How the shopper came to this page, if from outside. Also where there is no page, as in a worker: then nobody came. */
export function readArrival(atMs: number, options?: CampaignOptions, page: ArrivalPage = globalThis): Arrival | undefined {
  const [timing] = page.performance?.getEntriesByType?.('navigation') ?? [];
  return arrivalOf({
    href: page.location?.href ?? '',
    referrer: page.document?.referrer ?? '',
    navigation: (timing as PerformanceNavigationTiming | undefined)?.type ?? 'navigate',
  }, atMs, options);
}
