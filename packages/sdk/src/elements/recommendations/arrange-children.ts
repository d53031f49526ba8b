/**
 * Puts these children of a list into this order, into the places that they hold; the other children stay where they are.
 * A child that is moved keeps its state and the keyboard's focus. @param wanted what is no child of the list any more is passed over
 */
export function arrangeChildren(list: Element, wanted: readonly Element[]): void {
  const left = wanted.filter((child) => child.parentNode === list);
  const moving = new Set(left);
  const target = [...list.children].map((child) => (moving.has(child) ? left.shift() ?? child : child));
  const focused = list.ownerDocument.activeElement;
  let next: Element | null = null;
  for (const child of target.toReversed()) {
    if (child.nextElementSibling !== next) move(list, child, next);
    next = child;
  }
  if (focused instanceof HTMLElement && list.contains(focused) && list.ownerDocument.activeElement !== focused) focused.focus({ preventScroll: true });
}

// Browsers before 2025 have only the second, which resets frames, videos and the focus.
function move(list: Element, child: Element, next: Element | null): void {
  if (Object.hasOwn(Element.prototype, 'moveBefore')) list.moveBefore(child, next);
  else list.insertBefore(child, next);
}
