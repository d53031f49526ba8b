/** Likes and comments of a post come for a while: so many weeks are counted anew each time. */
export const COUNTED_WEEKS = 3;
