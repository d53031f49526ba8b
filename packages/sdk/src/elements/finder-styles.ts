import { css } from 'lit';

/** The button takes the colours of the page round it, light or dark. */
export const FINDER_STYLES = css`
  :host { display: inline-block; max-width: 100%; font-family: var(--vua-font, inherit); }
  :host([hidden]) { display: none; }
  button {
    display: inline-flex; align-items: center; justify-content: center; gap: 10px; min-height: 48px; max-width: 100%; padding: 10px 20px;
    border: 1px solid currentColor; border-radius: var(--vua-radius, 4px); background: transparent; color: inherit;
    font: inherit; font-weight: 500; line-height: 1.3; cursor: pointer;
  }
  button:hover { text-decoration: underline; text-underline-offset: 4px; text-decoration-thickness: 1px; }
  button:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; }
  button[aria-busy='true'] { cursor: progress; opacity: 0.7; }
  svg { width: 24px; height: 24px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.3; stroke-linecap: round; stroke-linejoin: round; }
  p { margin: 8px 0 0; font-size: 14px; line-height: 1.5; }
`;
