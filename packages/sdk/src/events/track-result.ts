/** What became of an event. */
export type TrackResult =
  /** Lies on the device, and goes to the shop's server. */
  | { readonly status: 'committed'; readonly id: string }
  /** Waits in this page's memory: nobody has agreed yet (`consent-unknown`: sent only if the shopper agrees on this page), or the device keeps nothing (`no-storage`: sent while the page is there). */
  | { readonly status: 'memory'; readonly id: string; readonly reason: 'consent-unknown' | 'no-storage' }
  /** Told to listeners on this page and nobody else: the shopper declined (`denied`), or the tracker was closed. */
  | { readonly status: 'not-kept'; readonly reason: 'denied' | 'closed' }
  /** Breaks the contract at `path`, a JSON pointer into `{ type, data }`. */
  | { readonly status: 'rejected'; readonly path: string };
