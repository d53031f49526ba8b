import { html, type TemplateResult } from 'lit';
import { type Figures, figuresTable } from './figures-table.ts';

/** The numbers of a picture for who cannot see it, or wants them. @param label of the picture */
export const numbersView = (figures: Figures & { readonly summary: string }, label: string): TemplateResult => html`
  <details class="numbers"><summary>${figures.summary}</summary>
    <div class="numbers-frame" tabindex="0" role="group" aria-label=${label}>${figuresTable(figures)}</div>
  </details>`;
