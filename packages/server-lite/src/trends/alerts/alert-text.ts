import type { TrendAlert } from './trend-alert.ts';

const percent = (share: number): string => `${share > 0 ? '+' : ''}${Math.round(100 * share)} %`;
const figure = (error: number | null): string => (error === null ? 'none yet' : error.toFixed(3));

/** In Slack's texts these begin commands and links, such as `<!channel>`: https://api.slack.com/reference/surfaces/formatting#escaping */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One line for a chat, in which nothing calls anybody or leads anywhere. Names tags, sources and figures of one shop, and no person. */
export function alertText(tenantId: string, alert: TrendAlert): string {
  return escaped(`Vừa trends, ${tenantId}: ${sentenceOf(alert)}`);
}

function sentenceOf(alert: TrendAlert): string {
  switch (alert.kind) {
    case 'refit': {
      const { maeBaseline, maeLive, maeNew } = alert.report;
      return `the forecast was learned anew (${alert.reason}); version ${alert.version} ${alert.wentLive ? 'is live' : 'was not better and stays aside'}. Mean error ${figure(maeNew)}, live ${figure(maeLive)}, seasonal naive ${figure(maeBaseline)}.`;
    }
    case 'fit-failed': return `the forecast could not be learned anew: ${alert.reason}. The live version stays.`;
    case 'source-paused': return `${alert.source} is paused: ${alert.reason}. The other sources go on; nothing collected is lost.`;
    case 'features-late': return `what ${alert.source} sent has not reached the weekly table for ${alert.ageMinutes} minutes.`;
    case 'newly-rising': return `rising: ${alert.tags.map(({ name, change, probability }) => `${name} ${percent(change)} in 13 weeks (${Math.round(100 * probability)} % sure)`).join(', ')}.`;
  }
}
