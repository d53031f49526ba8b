/** By code units, as both databases sort; for ids and tags, not for what people read. */
export const compareText = (one: string, other: string): number => Number(one > other) - Number(one < other);
