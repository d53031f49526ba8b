export { createDelivery } from './create-delivery.ts';
export type { LaneResult } from './create-lane.ts';
