export { fromDataLayer } from './from-data-layer.ts';
export { fromShopify } from './from-shopify.ts';
export { GA4_TYPES } from './from-ga4.ts';
export { toGtag } from './to-gtag.ts';
export type { DataLayerOptions } from './from-data-layer.ts';
export type { ShopifyAnalytics, ShopifyOptions } from './from-shopify.ts';
export type { Adapter, TakenCounts, Track } from './reading.ts';
export type { Gtag, MirrorOptions } from './to-gtag.ts';
