/** Half of a card. */
const SHARE = 0.5;

/**
 * Tells which cards a shopper really had before them, each once; those that appear together in one call.
 * @param cards with the item of each @returns how to stop
 */
export function watchCards(cards: Iterable<readonly [Element, string]>, tell: (itemIds: readonly string[]) => void): () => void {
  const itemOf = new Map(cards);
  const observer = new IntersectionObserver((entries) => {
    const seen = entries.filter(({ isIntersecting, intersectionRatio }) => isIntersecting && intersectionRatio >= SHARE).map(({ target }) => target);
    for (const card of seen) observer.unobserve(card);
    if (seen.length > 0) tell(seen.flatMap((card) => itemOf.get(card) ?? []));
  }, { threshold: SHARE });
  for (const card of itemOf.keys()) observer.observe(card);
  return () => observer.disconnect();
}
