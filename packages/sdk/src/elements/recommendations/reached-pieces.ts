/** What a shopper did with a list so far. */
export interface ReachedPieces {
  /** How many pieces, from the first, are not to be moved any more: all up to the last that was before the shopper, or above where the page stands; all where the list was used. */
  count(): number;
  stop(): void;
}

/** What shows that a list is in use; scrolling with a finger on it is not among them. */
const USES = ['click', 'focusin', 'keydown'] as const;

/** Watches from now on. @param pieces of the list, in its order */
export function watchReached(list: Element, pieces: readonly Element[]): ReachedPieces {
  const seen = new Set<Element>();
  let isUsed = list.contains(list.ownerDocument.activeElement);
  const closing = new AbortController();
  for (const use of USES) list.addEventListener(use, () => { isUsed = true; }, { capture: true, signal: closing.signal });
  const note = (entries: readonly IntersectionObserverEntry[]): void => { for (const { isIntersecting, target } of entries) if (isIntersecting) seen.add(target); };
  const observer = new IntersectionObserver(note);
  for (const piece of pieces) observer.observe(piece);
  return {
    count() {
      note(observer.takeRecords());
      return isUsed ? pieces.length : pieces.findLastIndex((piece) => seen.has(piece) || isReached(piece)) + 1;
    },
    stop() {
      observer.disconnect();
      closing.abort();
    },
  };
}

function isReached(piece: Element): boolean {
  const { top, left, width, height } = piece.getBoundingClientRect();
  return width > 0 && height > 0 && top < innerHeight && left < innerWidth;
}
