import { HOST_STYLES } from './host-styles.ts';

/** Room for the line is kept from the start, so that nothing below moves when it comes. */
export const REORDERING_STYLES = `${HOST_STYLES}
  :host { min-height: 44px; }
  .line { display: flex; align-items: center; justify-content: space-between; gap: 4px 20px; height: 44px; }
  p { margin: 0; min-width: 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .plain { flex: none; max-width: min(50%, 24em); color: var(--soft); font-size: 0.875em; font-weight: 450; line-height: 1.3; text-align: end; text-wrap: balance; }
  .plain:hover { color: var(--accent); }
  @container (max-width: 480px) { .plain { max-width: 9.5em; } }
`;

/** The quiet line of a list that was sorted. */
export interface ReorderingLine {
  show(text: string, button: string): void;
  hide(): void;
  /** Leaves the page for good. */
  remove(): void;
}

// By hand: the page's other elements may not need the library for views.
export function createReorderingLine(root: ShadowRoot, press: () => void): ReorderingLine {
  const [line, said, button] = [document.createElement('div'), document.createElement('p'), document.createElement('button')];
  [line.className, said.className, button.className, button.type] = ['line', 'soft', 'plain', 'button'];
  said.setAttribute('role', 'status');
  button.addEventListener('click', press);
  // Empty from the start: a status that enters the page with its text is not read out.
  line.append(said);
  root.append(line);
  return {
    show(text, label) {
      [said.textContent, button.textContent] = [text, label];
      if (button.parentNode === null) line.append(button);
    },
    hide() {
      said.textContent = '';
      button.remove();
    },
    remove: () => line.remove(),
  };
}
