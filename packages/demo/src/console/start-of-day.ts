/** When the day of a moment began where this browser is, UTC milliseconds. */
export const startOfDay = (timeMs: number): number => new Date(timeMs).setHours(0, 0, 0, 0);
