import { markOf } from './mark-of.ts';

/** A page that the shopper came to from outside the shop. */
export interface Arrival {
  /** When the page was opened, UTC milliseconds. */
  readonly atMs: number;
  /** Mark of the campaign or of the other site. */
  readonly source: number;
}

/** What the browser tells about how a page was reached. */
export interface Landing {
  readonly href: string;
  /** Empty where there is none. */
  readonly referrer: string;
  /** Type of a `PerformanceNavigationTiming`. */
  readonly navigation: string;
}

/** What counts as coming from outside. */
export interface CampaignOptions {
  /** Names of query parameters that tell of a campaign; a `*` at the end stands for every ending. @default `utm_*`, and the click ids of Google, Meta, Microsoft and TikTok */
  readonly parameters?: readonly string[];
  /** Hosts that are no other site though their name differs, their subdomains included: payment pages, a blog. @default none */
  readonly ownHosts?: readonly string[];
}

const PARAMETERS = ['utm_*', 'gclid', 'gbraid', 'wbraid', 'fbclid', 'msclkid', 'ttclid'];

/** Whether and whence somebody arrived with this page. Going back to a page, or loading it again, is no arrival. */
export function arrivalOf(landing: Landing, atMs: number, options: CampaignOptions = {}): Arrival | undefined {
  if (landing.navigation === 'reload' || landing.navigation === 'back_forward') return undefined;
  const { parameters = PARAMETERS, ownHosts = [] } = options;
  const source = campaignOf(landing.href, parameters) ?? otherSiteOf(landing, ownHosts);
  return source === undefined ? undefined : { atMs, source: markOf(source) };
}

/** The campaign as one text, whatever the order of its parameters. */
function campaignOf(href: string, parameters: readonly string[]): string | undefined {
  const pairs = [...parseUrl(href)?.searchParams ?? []].map(([name, value]) => [name.toLowerCase(), value.trim()] as const);
  const named = pairs.filter(([name, value]) => value !== '' && parameters.some((parameter) => isNamed(name, parameter)));
  return named.length === 0 ? undefined : `campaign ${JSON.stringify(named.toSorted(byText))}`;
}

const isNamed = (name: string, parameter: string): boolean => (parameter.endsWith('*') ? name.startsWith(parameter.slice(0, -1)) : name === parameter);

function byText(left: readonly string[], right: readonly string[]): number {
  const [a, b] = [JSON.stringify(left), JSON.stringify(right)];
  return a < b ? -1 : Number(a > b);
}

function otherSiteOf({ href, referrer }: Landing, ownHosts: readonly string[]): string | undefined {
  const [here, from] = [hostOf(href), hostOf(referrer)];
  if (!from || !here || isSameSite(here, from) || ownHosts.some((host) => isBelow(from, plainHost(host)))) return undefined;
  return `site ${from}`;
}

const hostOf = (url: string): string => plainHost(parseUrl(url)?.hostname ?? '');
const plainHost = (host: string): string => host.toLowerCase().replace(/^www\./, '');
const isBelow = (host: string, above: string): boolean => host === above || host.endsWith(`.${above}`);
const isSameSite = (left: string, right: string): boolean => isBelow(left, right) || isBelow(right, left);

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
