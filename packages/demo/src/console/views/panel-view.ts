import { html, type TemplateResult } from 'lit';
import type { Panel } from '../panel.ts';
import type { ConsoleTexts } from '../texts/console-texts.ts';

/** A panel whose answer may not be there. */
export function panelView<T>(panel: Panel<T>, texts: Pick<ConsoleTexts, 'loading' | 'panelFailed' | 'panelForbidden' | 'retry'>, retry: () => void, show: (value: T) => TemplateResult): TemplateResult {
  switch (panel.status) {
    case 'read': return show(panel.value);
    case 'loading': return html`<p class="quiet">${texts.loading}</p>`;
    case 'refused': return html`<p class="quiet">${texts.panelForbidden}</p>`;
    case 'failed': return html`<p class="quiet" role="alert">${texts.panelFailed} <button type="button" class="plain" @click=${retry}>${texts.retry}</button></p>`;
  }
}
