import { css } from 'lit';

/** Dialog, panel and content: one column on a phone, two beside each other from 800 px. */
export const FRAME_STYLES = css`
  dialog {
    width: min(960px, 100vw); max-width: 100vw; height: 100dvh; max-height: 100dvh; padding: 0; border: 0;
    margin: auto; background: var(--paper); color: var(--ink); overflow: hidden;
  }
  dialog::backdrop { background: rgb(20 16 12 / 0.55); }
  .frame { position: relative; height: 100%; overflow: hidden auto; display: flex; flex-direction: column; overscroll-behavior: contain; }
  header { position: sticky; inset-block-start: 0; z-index: 2; display: flex; justify-content: space-between; padding: 8px; background: var(--paper); }
  .round { display: grid; place-items: center; width: 44px; height: 44px; padding: 0; border: 0; border-radius: 50%; background: transparent; }
  .round:hover { background: var(--panel); }
  .visual { display: none; background: var(--panel); }
  .frame[data-visual-vital] .visual { display: grid; place-items: center; margin: 0 24px; border-radius: var(--radius); }
  .frame[data-visual-vital] .visual .figure { height: 148px; padding: 10px 0; }
  .content { flex: 1 0 auto; padding: 12px 24px 28px; display: flex; flex-direction: column; gap: 20px; order: 2; }
  footer { padding: 14px 24px; border-block-start: 1px solid var(--line); order: 3; }
  .inline-visual { display: grid; place-items: center; padding: 20px 8px 0; background: var(--panel); border-radius: var(--radius); overflow: hidden; }
  .inline-visual .figure { width: 100%; max-height: 400px; overflow: hidden; }
  h2 { font-family: var(--heading-font); font-weight: 400; font-size: clamp(24px, 7.2vw, 28px); line-height: 1.2; letter-spacing: -0.01em; text-wrap: balance; }
  h3 { font-size: 13px; font-weight: 600; letter-spacing: 0.04em; color: var(--soft); margin-block-end: 12px; }
  .lead { color: var(--soft); text-wrap: pretty; }
  .note { font-size: 14px; font-weight: 400; color: var(--soft); letter-spacing: normal; }
  .privacy { display: flex; align-items: center; justify-content: center; gap: 8px; font-size: 14px; color: var(--soft); }
  .privacy .icon { width: 18px; height: 18px; }
  .tag { display: inline-block; padding: 1px 8px; border: 1px solid currentColor; border-radius: 99px; font-size: 12px; font-weight: 500; line-height: 1.5; color: var(--accent); vertical-align: 1px; }
  .stack { display: flex; flex-direction: column; gap: 10px; }
  .row { display: flex; flex-wrap: wrap; gap: 8px; }
  .spinner { width: 40px; height: 40px; border: 2px solid var(--line); border-block-start-color: var(--accent); border-radius: 50%; animation: turn 1s linear infinite; }
  @keyframes turn { to { transform: rotate(1turn); } }
  @keyframes arrive { from { opacity: 0; transform: translateY(6px); } }
  .content { animation: arrive 0.3s ease-out; }

  @media (min-width: 800px) {
    dialog { height: min(720px, calc(100dvh - 48px)); border-radius: calc(var(--radius) * 2); }
    .frame { display: grid; grid-template: auto 1fr auto / minmax(0, 5fr) minmax(0, 6fr); overflow: hidden; }
    header { grid-area: 1 / 2; position: static; padding: 12px; }
    .visual, .frame[data-visual-vital] .visual { grid-area: 1 / 1 / 4 / 2; display: grid; place-items: center; margin: 0; border-radius: 0; min-height: 0; overflow: hidden; }
    .visual { position: relative; }
    .visual .figure, .frame[data-visual-vital] .visual .figure { position: absolute; inset: 9% 12%; width: 76%; height: 82%; padding: 0; }
    .inline-visual { display: none; }
    .content { grid-area: 2 / 2; padding: 4px 48px 32px; overflow: hidden auto; scroll-padding-block-end: 40px; gap: 20px; mask-image: linear-gradient(#000 calc(100% - 32px), transparent); }
    footer { grid-area: 3 / 2; margin: 0 48px; padding: 16px 0; }
    .privacy { justify-content: flex-start; }
    h2 { font-size: 34px; }
  }
  @media (prefers-reduced-motion: reduce) {
    .content { animation: none; }
    .spinner { animation-duration: 4s; }
  }
`;
