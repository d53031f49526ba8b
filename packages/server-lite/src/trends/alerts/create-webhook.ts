import { alertText } from './alert-text.ts';
import type { SendAlert } from './trend-alert.ts';

export interface WebhookDeps {
  /** Takes `{"text": "..."}`, as Slack's incoming webhooks do. A secret: it is never logged. */
  readonly url: string;
  readonly fetch?: typeof fetch;
  /** UTC milliseconds. */
  readonly now?: () => number;
  /** Told what could not be handed on. */
  readonly failed?: (reason: string) => void;
}

const TIMEOUT_MS = 10_000;
const TRIES = 3;
/** The same words are not said again before this. */
const QUIET_MS = 24 * 3_600_000;
const MOST_REMEMBERED = 1000;

/** Hands alerts on to a chat, each once a day. */
export function createWebhook({ url, fetch: ask = fetch, now = Date.now, failed = () => undefined }: WebhookDeps): SendAlert {
  const said = new Map<string, number>();
  const isNew = (text: string): boolean => {
    const before = said.get(text);
    if (before !== undefined && now() - before < QUIET_MS) return false;
    said.delete(text);
    said.set(text, now());
    const [oldest] = said.keys();
    if (said.size > MOST_REMEMBERED && oldest !== undefined) said.delete(oldest);
    return true;
  };
  return async (tenantId, alert) => {
    const text = alertText(tenantId, alert);
    if (!isNew(text)) return;
    const reason = await post(text, { url, ask });
    if (reason === undefined) return;
    said.delete(text);
    failed(reason);
  };
}

/** @returns why it was not taken */
async function post(text: string, deps: PostDeps): Promise<string | undefined> {
  let refusal: Refusal | undefined;
  for (let tried = 0; tried < TRIES; tried += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one try after another
    refusal = await postOnce(text, deps);
    if (refusal?.isFinal !== false) break;
  }
  return refusal?.reason;
}

interface PostDeps {
  readonly url: string;
  readonly ask: typeof fetch;
}

interface Refusal {
  readonly reason: string;
  /** Asked again, it would say the same. */
  readonly isFinal: boolean;
}

async function postOnce(text: string, { url, ask }: PostDeps): Promise<Refusal | undefined> {
  try {
    const { body, ok, status } = await ask(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ text }), redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    // Nobody reads it, and unread it would hold the connection.
    await body?.cancel();
    return ok ? undefined : { reason: `it answered ${status}`, isFinal: status >= 400 && status < 500 };
  } catch (error) {
    return { reason: error instanceof Error ? error.name : 'unknown', isFinal: false };
  }
}
