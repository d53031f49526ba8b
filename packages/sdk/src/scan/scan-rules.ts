/** The timing of a scan. */
export const SCAN_RULES = {
  /** Still and ready for this long before the countdown begins. */
  steadyMs: 1000,
  /** Length of the countdown. */
  holdMs: 2000,
  /** Frames kept of a view; facts/body.md: a single frame's landmarks wander by 1 % of the torso, so averages are taken. */
  wantedFrames: 15,
  /** Enough on a slow device, after `slowMs`. */
  enoughFrames: 10,
  slowMs: 3000,
  /** So long without a usable frame and the view is framed anew. */
  lostMs: 1500,
  /** So long is waited in silence for the shopper to turn before hints are shown again. */
  turnMs: 4000,
} as const;
