import { css } from 'lit';

/** The live view. */
export const SCAN_STYLES = css`
  .frame[data-screen='scan'] .visual { margin: 0; border-radius: 0; background: #16130f; }
  .frame[data-screen='scan'] h2 { font-size: 15px; color: var(--soft); letter-spacing: 0; }
  .frame[data-screen='scan'] .content { gap: 12px; }
  .stage { position: relative; width: 100%; height: 62dvh; overflow: hidden; }
  /* The whole picture, whatever its shape: who cannot see their feet cannot step into the picture. */
  .stage-picture { position: relative; width: 100%; height: 100%; display: grid; grid-template: 100% / 100%; }
  .stage-picture video, .stage-picture canvas { grid-area: 1 / 1; width: 100%; height: 100%; min-width: 0; min-height: 0; object-fit: contain; }
  .stage[data-mirrored] .stage-picture { transform: scaleX(-1); }
  .stage::after { content: ''; position: absolute; inset: 0; border: 3px solid transparent; transition: border-color 0.2s; pointer-events: none; }
  .stage[data-ready]::after { border-color: var(--ready); }
  .countdown { position: absolute; inset: 0; display: grid; place-items: center; font-family: var(--heading-font); font-weight: 300; font-size: 140px; line-height: 1; color: #fff; text-shadow: 0 2px 24px rgb(0 0 0 / 0.5); }
  .caption { font-family: var(--heading-font); font-weight: 400; font-size: 22px; line-height: 1.35; min-height: 2.7em; text-wrap: balance; }
  .progress { appearance: none; width: 100%; height: 4px; border: 0; border-radius: 2px; overflow: hidden; background: var(--line); }
  .progress::-webkit-progress-bar { background: var(--line); }
  .progress::-webkit-progress-value { background: var(--accent); transition: inline-size 0.3s; }
  .progress::-moz-progress-bar { background: var(--accent); }
  @media (min-width: 800px) {
    .stage { height: 100%; }
    .caption { font-size: 28px; }
  }
  @media (prefers-reduced-motion: reduce) {
    .progress::-webkit-progress-value, .stage::after { transition: none; }
  }
`;
