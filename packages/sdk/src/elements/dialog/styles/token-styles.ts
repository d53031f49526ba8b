import { css } from 'lit';

/** What a shop may set, each with its default. The documented names begin with `--vua-`. */
export const TOKEN_STYLES = css`
  :host {
    --paper: var(--vua-paper, #fffdfa);
    --panel: var(--vua-panel, #f3eee7);
    --ink: var(--vua-ink, #1d1a17);
    --soft: var(--vua-ink-soft, #645c54);
    --line: var(--vua-line, #ddd4c9);
    --accent: var(--vua-accent, #8c3f2b);
    --on-accent: var(--vua-on-accent, #fffdfa);
    --figure: var(--vua-figure, #dccfbf);
    --good: var(--vua-good, #3d5a45);
    --problem: var(--vua-problem, #a3261d);
    --ready: var(--vua-ready, #b9e4a6);
    --waiting: #fff;
    --radius: var(--vua-radius, 4px);
    --heading-font: var(--vua-heading-font, inherit);
    color: var(--ink);
    font-family: var(--vua-font, inherit);
    font-size: 16px;
    font-style: normal;
    letter-spacing: normal;
    line-height: 1.5;
    text-align: start;
    text-transform: none;
  }
  :host([theme='dark']) {
    --paper: var(--vua-paper, #191715);
    --panel: var(--vua-panel, #23201d);
    --ink: var(--vua-ink, #f4efe8);
    --soft: var(--vua-ink-soft, #b5aca1);
    --line: var(--vua-line, #433d37);
    --accent: var(--vua-accent, #e3a48c);
    --on-accent: var(--vua-on-accent, #221511);
    --figure: var(--vua-figure, #4a433b);
    --good: var(--vua-good, #a8cdb0);
    --problem: var(--vua-problem, #ffb4a6);
  }
  *, *::before, *::after { box-sizing: border-box; }
  h2, h3, p, ul, ol, fieldset { margin: 0; padding: 0; border: 0; min-width: 0; }
  ul, ol { list-style: none; }
  button, input { font: inherit; color: inherit; letter-spacing: inherit; }
  button { cursor: pointer; }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  #title:focus { outline: none; }
  .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .icon { width: 22px; height: 22px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; }
`;
