/** Takes the colours of the page round it; what a shop may set has the dialog's names. */
export const HOST_STYLES = `
  :host {
    --panel: var(--vua-panel, color-mix(in srgb, currentColor 7%, transparent));
    --line: var(--vua-line, color-mix(in srgb, currentColor 18%, transparent));
    --soft: var(--vua-ink-soft, color-mix(in srgb, currentColor 74%, transparent));
    --accent: var(--vua-accent, currentColor);
    --paper: var(--vua-paper, Canvas);
    --radius: var(--vua-radius, 4px);
    display: block; container-type: inline-size; font-family: var(--vua-font, inherit); line-height: 1.4;
  }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  button { font: inherit; color: inherit; cursor: pointer; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  .soft { color: var(--soft); font-size: 0.875em; }
  .plain { min-height: 44px; padding: 4px 0; border: 0; background: none; color: var(--accent); font-weight: 550; text-decoration: underline; text-underline-offset: 3px; }
`;
