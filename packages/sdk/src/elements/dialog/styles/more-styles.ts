import { css } from 'lit';

/** Making an answer surer, and keeping it. */
export const MORE_STYLES = css`
  .more, .keep { display: flex; flex-direction: column; gap: 12px; padding: 18px; border: 1px solid var(--line); border-radius: var(--radius); }
  .more h3, .keep h3 { margin: 0; }
  .means { display: grid; gap: 12px; }
  .means li { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 16px; font-size: 15px; }
  .means li span { flex: 1 1 180px; text-wrap: pretty; }
  .more-actions { display: flex; flex-direction: column; gap: 10px; }
  .small { min-height: 44px; }
  .question { display: flex; flex-direction: column; gap: 12px; }
  .question-step:focus, [data-more='end']:focus { outline: none; }
  .question-title { font-weight: 500; font-size: 17px; }
  .question-title + .note { margin-block-start: -10px; }
  .mass-form { display: flex; align-items: end; gap: 16px; }
  .mass-form .field { flex: 1; min-width: 0; }
  .chip-row { display: flex; flex-wrap: wrap; gap: 8px; }
  .chip { position: relative; display: grid; font-weight: 400; cursor: pointer; }
  .chip input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
  .chip span { display: grid; place-items: center; min-width: 44px; min-height: 44px; padding: 6px 12px; border: 1px solid var(--line); border-radius: var(--radius); font-size: 15px; line-height: 1.25; text-align: center; }
  .chip:hover span { border-color: var(--ink); }
  .chip input:checked + span { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); font-weight: 500; }
  .chip input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: 2px; }
  .chip-row[data-drawn] { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); }
  .chip-row[data-drawn] .chip:not(.drawn) { grid-column: 1 / -1; justify-self: start; }
  .drawn span { gap: 6px; padding: 10px 4px 8px; }
  .cue { height: 72px; max-width: 100%; }
  .cue-mark { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linecap: round; }
  .gain { display: grid; gap: 8px; }
  /* Empty, but there: a live region that comes with its text is not read out. */
  .gain:not(:has(*)), .keep-said:empty { margin-block-start: -12px; }
  .gain-lines { width: min(200px, 100%); height: 30px; }
  .gain-before, .gain-now { fill: none; stroke: var(--soft); stroke-width: 1.5; }
  .gain-now { stroke: var(--good); stroke-width: 3; }
  .gain[data-outcome='contradicting'] .gain-now { stroke: var(--accent); }
  .decides { margin-block-start: -8px; }
`;
