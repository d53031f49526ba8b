import type { TrendPost } from '../../trend-post.ts';
import { cleanText } from '../clean-text.ts';
import { MediaAnswer, MediaEntry, type Media } from './instagram-answers.ts';

export interface MediaPage {
  /** No post twice. */
  readonly posts: readonly TrendPost[];
  /** Asks for the next page. It is the same text on every page, so it tells nothing of where one is. */
  readonly after?: string;
}

// Longer captions are not published.
const MOST_CAPTION = 2200;

/** Posts of an answer of `recent_media`; entries that are not as documented are left out. `undefined`: the answer is not one, or none of its entries is. */
export function readMediaPage(json: unknown, tag: string, seenMs: number): MediaPage | undefined {
  if (!MediaAnswer.Check(json)) return undefined;
  const posts = new Map(json.data.flatMap((entry) => (MediaEntry.Check(entry) ? toPost(entry, tag, seenMs) : [])).map((post) => [post.postId, post]));
  if (posts.size === 0 && json.data.length > 0) return undefined;
  const after = json.paging?.cursors?.after;
  return { posts: [...posts.values()], ...(after !== undefined && after !== '' && { after }) };
}

function toPost({ id, timestamp, caption, like_count: likes, comments_count: comments, media_type: type, media_url: url }: Media, tag: string, seenMs: number): readonly TrendPost[] {
  const postedMs = readTime(timestamp);
  if (postedMs === undefined) return [];
  const imageUrl = type === 'IMAGE' && url !== undefined && URL.canParse(url) ? new URL(url).href : undefined;
  return [{
    source: 'instagram', postId: id, tag, postedMs, seenMs,
    ...(caption !== undefined && { caption: cleanText(caption.slice(0, MOST_CAPTION)) }), ...(imageUrl !== undefined && { imageUrl }),
    ...(likes !== undefined && { likes }), ...(comments !== undefined && { comments }),
  }];
}

/** UTC milliseconds of a moment as the Graph API writes it (`+0000`) or as ISO 8601 does. */
function readTime(text: string): number | undefined {
  const ms = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isSafeInteger(ms) && ms >= 0 && /^\d{4}-\d{2}-\d{2}T/.test(text) ? ms : undefined;
}
