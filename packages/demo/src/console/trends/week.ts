export const WEEK_MS = 7 * 86_400_000;

/** Whole weeks that have passed since the week of this Monday was over; 0 for the last whole week. As the server counts `ageWeeks`. */
export const ageWeeks = (monday: string, nowMs: number): number => Math.max(0, Math.floor((nowMs - Date.parse(monday)) / WEEK_MS) - 1);
