/** Gives zeros to work on. */
export type TakeScratch = (length: number) => Float64Array;

/**
 * Memory for what a computation needs in passing. Each use begins anew over the last one's, so that nothing taken may be kept
 * or handed out. An array of more than eight numbers lies outside of the heap, and to give it back took V8 longer than to
 * forecast: 150 us a forecast, 80 without.
 */
export function createScratch(): () => TakeScratch {
  let memory = new Float64Array(0);
  return () => {
    let used = 0;
    return (length) => {
      const start = used;
      used += length;
      // What was taken before keeps the old memory.
      if (used > memory.length) memory = new Float64Array(2 * used);
      return memory.subarray(start, used).fill(0);
    };
  };
}
