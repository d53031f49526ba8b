import { type TemplateResult, html } from 'lit';

const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

/** Line icons of the dialog, drawn for it. */
export const ICONS = {
  close: icon('M6 6l12 12M18 6L6 18'),
  back: icon('M15 5l-7 7 7 7'),
  next: icon('M9 5l7 7-7 7'),
  lock: icon('M7 11V8a5 5 0 0 1 10 0v3M5.5 11h13v9h-13z'),
  camera: icon('M4 8h3.5l1.6-2.5h5.8L16.5 8H20v11H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z'),
  photos: icon('M4 7h11v13H4zM9 4h11v13h-2M6 17l3.5-4.5 2.5 3 1.5-1.800L15 16'),
  answers: icon('M5 5h14v11h-8l-4 3.5V16H5zM8.5 9h7M8.5 12h4.5'),
  voice: icon('M4 10v4h3.5L12 18V6L7.5 10zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11'),
  silent: icon('M4 10v4h3.5L12 18V6L7.5 10zM15.5 9.5l5 5M20.5 9.5l-5 5'),
  turn: icon('M5 12a7 7 0 0 1 12-5l2 2M19 4v5h-5M19 12a7 7 0 0 1-12 5l-2-2M5 20v-5h5'),
} as const;
