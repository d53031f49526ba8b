/** Half of a card. */
const SHARE = 0.5;

/**
 * Tells which cards a shopper really had before them, each once; those that appear together in one call.
 * @param cards elements with `data-item` @returns how to stop
 */
export function watchCards(cards: readonly HTMLElement[], tell: (itemIds: readonly string[]) => void): () => void {
  const observer = new IntersectionObserver((entries) => {
    const seen = entries.filter(({ isIntersecting, intersectionRatio }) => isIntersecting && intersectionRatio >= SHARE).map(({ target }) => target as HTMLElement);
    for (const card of seen) observer.unobserve(card);
    if (seen.length > 0) tell(seen.flatMap(({ dataset }) => dataset['item'] ?? []));
  }, { threshold: SHARE });
  for (const card of cards) observer.observe(card);
  return () => observer.disconnect();
}
