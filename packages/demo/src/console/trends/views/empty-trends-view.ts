import { html, type TemplateResult } from 'lit';
import type { TrendActions } from '../trend-actions.ts';
import type { TrendWords } from '../trend-words.ts';

const EXAMPLE_FILE = `week,linen,midi dress
2025-01-06,120,85
2025-01-13,131,
2025-01-20,127,92`;

/** No history yet: how it is loaded. @param origin of the server */
export function emptyTrendsView(origin: string, { texts }: TrendWords, actions: TrendActions): TemplateResult {
  const command = `npx vua key create --tenant ... --permission catalog:write

curl -X POST "${origin}/v1/trends/history?source=csv" \\
  -H "Authorization: Bearer vua_sk_..." \\
  -H "Content-Type: text/csv" \\
  --data-binary @history.csv`;
  return html`
    <div class="empty trends-empty">
      <p>${texts.empty}</p>
      <p class="quiet">${texts.emptyLead}</p>
      <p class="quiet">${texts.emptyFile}</p>
      <pre tabindex="0" role="group" aria-label="history.csv">${EXAMPLE_FILE}</pre>
      <p class="quiet">${texts.emptyCommand}</p>
      <pre tabindex="0" role="group" aria-label="curl">${command}</pre>
      <p class="quiet">${texts.emptyAfter}</p>
      <button type="button" class="choice" @click=${actions.retryTrends}>${texts.reload}</button>
    </div>`;
}
