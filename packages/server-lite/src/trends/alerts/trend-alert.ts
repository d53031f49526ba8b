import type { TrendFitReason } from '@vua/models/contracts';
import type { FitReport } from '../fits/trend-version.ts';
import type { TrendSourceName } from '../trend-source-name.ts';

/** What a person should know of a shop's trends. */
export type TrendAlert =
  | { readonly kind: 'refit'; readonly reason: TrendFitReason; readonly version: number; readonly wentLive: boolean; readonly report: FitReport }
  | { readonly kind: 'fit-failed'; readonly reason: string }
  | { readonly kind: 'source-paused'; readonly source: TrendSourceName; readonly reason: string }
  | { readonly kind: 'features-late'; readonly source: TrendSourceName; readonly ageMinutes: number }
  /** `name`: the tag in words. */
  | { readonly kind: 'newly-rising'; readonly tags: readonly { readonly name: string; readonly change: number; readonly probability: number }[] };

/** Hands an alert on. Never rejects. */
export type SendAlert = (tenantId: string, alert: TrendAlert) => Promise<void>;
