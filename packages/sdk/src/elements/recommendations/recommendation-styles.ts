import { HOST_STYLES } from './host-styles.ts';

/** Of a row of cards. */
export const RECOMMENDATION_STYLES = `${HOST_STYLES}
  h2, p, ul { margin: 0; padding: 0; }
  ul { list-style: none; }
  #heading:focus { outline: none; }
  h2 { font-family: var(--vua-heading-font, inherit); font-size: 1.25em; font-weight: 600; line-height: 1.3; letter-spacing: -0.01em; text-wrap: balance; }
  .note { margin-top: 2px; }
  .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .row {
    display: grid; grid-auto-flow: column; grid-auto-columns: minmax(148px, 41cqi); gap: 16px; margin-top: 14px; padding: 3px 3px 12px; margin-inline: -3px;
    overflow-x: auto; overscroll-behavior-x: contain; scroll-snap-type: x proximity; scrollbar-width: thin; scrollbar-color: var(--line) transparent;
  }
  @container (min-width: 560px) { .row { grid-auto-columns: minmax(168px, 27cqi); gap: 20px; } }
  @container (min-width: 900px) { .row { grid-auto-columns: calc((100% - 4 * 24px) / 5); gap: 24px; } }
  li { position: relative; min-width: 0; scroll-snap-align: start; scroll-margin-inline: 3px; }
  a { display: flex; flex-direction: column; gap: 3px; border-radius: var(--radius); color: inherit; text-decoration: none; }
  a:hover .name { text-decoration: underline; text-underline-offset: 3px; text-decoration-thickness: 1px; }
  .picture { position: relative; display: grid; place-items: center; aspect-ratio: 4 / 5; margin-bottom: 7px; border-radius: var(--radius); background: var(--panel); overflow: hidden; }
  .picture img, ::slotted(img) { width: 100%; height: 100%; object-fit: cover; }
  ::slotted(*) { grid-area: 1 / 1; max-width: 100%; max-height: 100%; }
  .hanger { width: 44%; fill: none; stroke-width: 2.5; stroke-linecap: round; stroke-linejoin: round; }
  .badge {
    position: absolute; inset: auto auto 8px 8px; max-width: calc(100% - 16px); padding: 2px 8px; border-radius: 999px; background: var(--paper); color: var(--accent);
    font-size: 0.75em; font-weight: 600; line-height: 1.5;
  }
  .name { font-weight: 550; overflow-wrap: anywhere; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
  .price { font-size: 0.9375em; font-variant-numeric: tabular-nums; }
  .sale { color: var(--accent); font-weight: 600; }
  s { color: var(--soft); font-size: 0.9em; }
  .size { color: var(--accent); font-size: 0.875em; font-weight: 550; }
  .reason { text-wrap: pretty; }
  .dismiss { position: absolute; inset: 0 0 auto auto; display: grid; place-items: center; width: 44px; height: 44px; padding: 0; border: 0; border-radius: 50%; background: none; color: var(--soft); }
  .dismiss svg { width: 26px; height: 26px; padding: 4px; border-radius: 50%; background: var(--paper); fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; opacity: 0.85; }
  .dismiss:hover svg, .dismiss:focus-visible svg { color: var(--accent); opacity: 1; }
  .said { font-size: 0.875em; }
  .skeleton { border-radius: var(--radius); background: var(--panel); animation: breathe 1.6s ease-in-out infinite alternate; }
  .skeleton.heading { width: 40%; max-width: 220px; height: 1.5em; }
  .skeleton.line { height: 0.9em; margin-top: 8px; }
  .skeleton.short { width: 55%; }
  @keyframes breathe { to { opacity: 0.45; } }
  @media (prefers-reduced-motion: reduce) { .skeleton { animation: none; } }
`;
