import type { TrendSource } from '@vua/models/contracts';

/** Where trend signals come from: two social networks, a file of history, and what the shop's own shoppers do. */
export type TrendSourceName = TrendSource;
