/** Mid-January is the coldest time in the north of Vietnam. */
const COLDEST_DAY_OF_YEAR = 14;
const DAYS_OF_YEAR = 365.2425;
/** A coat (warmth 1) is looked at some 25 times as often in January as in July, a swimsuit (0) a fifteenth as often. */
const STRENGTH = 3;
/** Warmth of what is worn the whole year. */
const MIDDLE_WARMTH = 0.45;

/** 1 in mid-January, 0 in mid-July. @param day days since 1970 */
const coldness = (day: number): number => 0.5 + 0.5 * Math.cos((2 * Math.PI * (day - COLDEST_DAY_OF_YEAR)) / DAYS_OF_YEAR);

/** How much more than on average a garment of this warmth is looked at on this day. */
export const seasonFactor = (warmth: number, day: number): number => Math.exp(STRENGTH * (warmth - MIDDLE_WARMTH) * (2 * coldness(day) - 1));
