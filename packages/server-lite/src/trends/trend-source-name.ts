/** Where trend signals come from: two social networks, a file of history, and what the shop's own shoppers do. */
export const TREND_SOURCES = ['instagram', 'pinterest', 'csv', 'shop'] as const;
export type TrendSourceName = (typeof TREND_SOURCES)[number];
