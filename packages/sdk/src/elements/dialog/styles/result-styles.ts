import { css } from 'lit';

/** Figure, result, chart. */
export const RESULT_STYLES = css`
  .figure { max-width: 100%; overflow: visible; }
  .figure-body { fill: var(--figure); }
  .zone-front, .zone-back { fill: none; stroke: var(--ink); stroke-width: 1.3; stroke-linecap: round; }
  .zone-back { opacity: 0.25; }
  .zone-end { fill: var(--ink); }
  .zone[data-verdict='good'] .zone-front { stroke: var(--good); }
  .zone[data-verdict='good'] .zone-end { fill: var(--good); }
  .zone[data-verdict='tight'] .zone-front { stroke: var(--accent); stroke-width: 2.2; }
  .zone[data-verdict='tight'] .zone-end { fill: var(--accent); }
  .zone[data-verdict='loose'] .zone-front { stroke: var(--accent); stroke-dasharray: 2 5; stroke-width: 2; }
  .zone[data-verdict='loose'] .zone-end { fill: var(--accent); }
  .zone[data-decisive] .zone-front { stroke-width: 3; }
  .zone-leader { stroke: var(--ink); stroke-width: 0.6; opacity: 0.45; }
  .zone-name { font-size: 13px; font-weight: 500; fill: var(--ink); }
  .zone-verdict { font-size: 12px; fill: var(--good); }
  .zone[data-verdict='tight'] .zone-verdict, .zone[data-verdict='loose'] .zone-verdict { fill: var(--accent); }
  .guide-floor { fill: none; stroke: var(--soft); stroke-width: 1.2; }
  .guide-sight { fill: none; stroke: var(--accent); stroke-width: 1; stroke-dasharray: 3 6; }
  .guide-span { fill: none; stroke: var(--soft); stroke-width: 1; }
  .guide-phone { fill: var(--ink); }

  .size { display: flex; flex-wrap: wrap; align-items: baseline; gap: 20px; margin-block: -8px -12px; }
  .size-label { margin-inline-start: -0.04em; font-family: var(--heading-font); font-weight: 300; font-size: 88px; line-height: 1.1; letter-spacing: -0.03em; }
  .size-or { font-size: 18px; color: var(--soft); }
  .certainty { font-weight: 500; color: var(--good); }
  .certainty[data-certainty='low'] { color: var(--accent); }
  .certainty + .lead { margin-block-start: -14px; }
  .lead + .lead { margin-block-start: -18px; }

  .odds ul { display: grid; gap: 8px; }
  .odds li { display: grid; grid-template-columns: minmax(44px, auto) 1fr 44px; align-items: center; gap: 12px; color: var(--soft); font-size: 15px; }
  .odds li[data-advised] { color: var(--ink); font-weight: 500; }
  .odds-bar { width: 100%; height: 6px; border-radius: 3px; overflow: hidden; }
  .odds-track { fill: var(--panel); }
  .odds-fill { fill: var(--soft); opacity: 0.55; }
  .odds li[data-advised] .odds-fill { fill: var(--accent); opacity: 1; }
  .odds-value { text-align: end; font-variant-numeric: tabular-nums; }

  .why ul { border-block-start: 1px solid var(--line); }
  .why li { display: grid; grid-template-columns: 1fr auto; gap: 2px 16px; padding: 14px 0; border-block-end: 1px solid var(--line); }
  .why-zone { font-weight: 500; }
  .why-you { font-size: 14px; color: var(--soft); text-align: end; font-variant-numeric: tabular-nums; }
  .why-fit { grid-column: 1 / -1; display: flex; gap: 12px; font-size: 14px; color: var(--soft); }
  .verdict { flex: none; min-width: 76px; font-weight: 500; color: var(--good); }
  .verdict:not([data-verdict='good']) { color: var(--accent); }

  .silhouette-pair { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; margin-block-start: 12px; }
  .silhouette-pair > div { display: grid; gap: 8px; justify-items: center; padding: 16px 8px; background: var(--panel); border-radius: var(--radius); }
  .outline { height: 200px; max-width: 100%; }
  .outline path { fill: var(--figure); stroke: var(--accent); stroke-width: 1.5; vector-effect: non-scaling-stroke; }

  .scroll { overflow-x: auto; }
  table { width: 100%; border-collapse: collapse; font-size: 15px; font-variant-numeric: tabular-nums; }
  th, td { padding: 10px 8px; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; white-space: nowrap;
    line-height: 1.5;  }
  th:first-child { padding-inline-start: 0; }
  thead th { font-size: 13px; font-weight: 600; line-height: 1.3; color: var(--soft); white-space: normal; vertical-align: bottom; }
  tbody td { padding-block-start: 20px; }
  tbody th .note, tbody th .tag { display: block; width: fit-content; margin-block-start: 4px; font-size: 13px; white-space: normal; }
  tbody th .note span { display: inline-block; white-space: nowrap; margin-inline-end: 8px; }
  .pick { min-width: 52px; min-height: 44px; padding: 6px 14px; border: 1px solid var(--line); border-radius: var(--radius); background: transparent; font-weight: 600; }
  .pick:hover { border-color: var(--ink); }
  tr[data-advised] .pick { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
  tr[data-advised] td { font-weight: 500; }
  @media (max-width: 359px) {
    table { font-size: 14px; }
    th, td { padding-inline: 4px; }
  }
`;
