export { FRESH_GUIDE, guide } from './guide.ts';
export { readLight } from './light-reading.ts';
export type { Box, LightReading } from './light-reading.ts';
export { refuseStill } from './refuse-still.ts';
export type { StillFault } from './refuse-still.ts';
