import { css } from 'lit';

/** Buttons, fields, choices. */
export const CONTROL_STYLES = css`
  .primary, .secondary { min-height: 52px; padding: 12px 24px; border: 1px solid var(--accent); border-radius: var(--radius); font-weight: 500; text-align: center; transition: opacity 0.15s; }
  .primary { background: var(--accent); color: var(--on-accent); }
  .primary:hover { opacity: 0.9; }
  .primary:disabled { background: var(--panel); border-color: var(--line); color: var(--soft); cursor: not-allowed; opacity: 1; }
  .secondary { background: transparent; border-color: var(--line); }
  .secondary:hover { border-color: var(--ink); }
  .small { min-height: 40px; padding: 6px 14px; font-size: 14px; }
  .link { align-self: flex-start; min-height: 44px; padding: 0; border: 0; background: none; text-decoration: underline; text-underline-offset: 4px; text-decoration-thickness: 1px; text-decoration-color: var(--line); text-align: start; }
  .link:hover { text-decoration-color: currentColor; }
  .quiet { display: inline-flex; align-items: center; gap: 8px; min-height: 44px; padding: 8px 16px; border: 1px solid var(--line); border-radius: 99px; background: transparent; font-size: 14px; }
  .quiet:hover { border-color: var(--ink); }

  .ways { border-block-start: 1px solid var(--line); }
  .way { display: flex; align-items: center; gap: 18px; width: 100%; min-height: 88px; padding: 16px 0; border: 0; border-block-end: 1px solid var(--line); background: none; text-align: start; }
  .way-icon { display: grid; place-items: center; width: 48px; height: 48px; flex: none; border-radius: 50%; background: var(--panel); transition: background 0.15s, color 0.15s; }
  .way:hover .way-icon { background: var(--accent); color: var(--on-accent); }
  .way-text { flex: 1; display: flex; flex-direction: column; gap: 2px; }
  .way-name { font-size: 17px; font-weight: 500; }
  .way > .icon { color: var(--soft); }

  .form { display: flex; flex-direction: column; gap: 18px; }
  /* Labels, inputs and problems of neighbours stand on the same lines, however long they are. */
  .fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(124px, 100%), 1fr)); gap: 6px 18px; margin-block-end: -12px; }
  .fields > .field { display: grid; grid-row: span 3; grid-template-rows: subgrid; margin-block-end: 12px; }
  .fields > .pair { grid-column: 1 / -1; margin-block-end: 12px; }
  .fields > .field label { align-self: end; }
  .field .note { display: inline-block; }
  label, legend { font-weight: 500; font-size: 15px; }
  legend { padding: 0; margin-block-end: 8px; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 12px; }
  .pair .problem { grid-column: 1 / -1; margin-block-start: 6px; }
  .pair label { font-size: 14px; font-weight: 400; color: var(--soft); }
  .field { display: flex; flex-direction: column; gap: 6px; }
  .input { display: flex; align-items: center; gap: 6px; border: 0; border-block-end: 1px solid var(--soft); }
  .input:focus-within { border-color: var(--accent); box-shadow: 0 1px 0 var(--accent); }
  .input[data-wrong] { border-color: var(--problem); box-shadow: 0 1px 0 var(--problem); }
  .input input { width: 100%; min-width: 0; min-height: 48px; padding: 8px 0; border: 0; background: transparent; font-size: 22px; outline: none; }
  .unit { color: var(--soft); font-size: 15px; }
  .problem { font-size: 14px; color: var(--problem); }
  .segments { display: flex; border: 1px solid var(--line); border-radius: var(--radius); overflow: hidden; }
  .segments label { position: relative; flex: 1 1 0; display: grid; font-weight: 400; cursor: pointer; }
  .segments label + label { border-inline-start: 1px solid var(--line); }
  .segments input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
  .segments span { display: grid; place-items: center; min-height: 44px; padding: 6px 8px; text-align: center; line-height: 1.25; }
  .segments input:checked + span { background: var(--ink); color: var(--paper); }
  .segments input:focus-visible + span { outline: 2px solid var(--accent); outline-offset: -3px; }
  .segments input:focus-visible:checked + span { outline-color: var(--paper); }

  .tips { counter-reset: tip; border-block-start: 1px solid var(--line); }
  .tips li { counter-increment: tip; display: flex; gap: 16px; padding: 10px 0; border-block-end: 1px solid var(--line); }
  .tips li::before { content: counter(tip); color: var(--accent); font-variant-numeric: tabular-nums; }

  .photos { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
  .photo { position: relative; display: flex; flex-direction: column; gap: 2px; cursor: pointer; min-width: 0; }
  .photo vua-photo-preview { height: 220px; margin-block-end: 8px; border-radius: var(--radius); background: var(--panel); color: var(--soft); outline: 1px dashed var(--line); outline-offset: -1px; }
  .photo .figure { height: 200px; }
  .photo[data-picked] vua-photo-preview { outline: 0; }
  .photo[data-wrong] vua-photo-preview { outline: 2px solid var(--problem); outline-offset: -2px; }
  .photo:focus-within vua-photo-preview { outline: 2px solid var(--accent); outline-offset: 2px; }
  .photo .note[data-file] { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .photo-pick { font-size: 14px; font-weight: 500; text-decoration: underline; text-underline-offset: 4px; }
`;
