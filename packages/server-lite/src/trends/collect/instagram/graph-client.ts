import { askJson, type Answer, type NoAnswer } from '../ask-json.ts';
import type { RequestBudget } from '../request-budget.ts';
import type { CollectWorld, SourceAccess } from '../trend-source.ts';

/** Where the Graph API is, in the version whose answers are read here. */
export const INSTAGRAM_BASE_URL = 'https://graph.facebook.com/v20.0';

export type Asked = Answer | NoAnswer | { readonly status: 'out-of-budget' };

/** Asks the Graph API with the token of one shop. */
export type AskGraph = (path: string, query: Readonly<Record<string, string>>, run: { readonly budget: RequestBudget; readonly signal: AbortSignal }) => Promise<Asked>;

export const createGraphClient = ({ baseUrl, token }: Pick<SourceAccess, 'baseUrl' | 'token'>, world: CollectWorld): AskGraph => async (path, query, { budget, signal }) => {
  if (!budget.take()) return { status: 'out-of-budget' };
  const url = new URL(`${baseUrl.replace(/\/+$/, '')}/${path}`);
  url.search = new URLSearchParams({ ...query, access_token: token }).toString();
  return askJson({ url, token, signal }, world);
};
