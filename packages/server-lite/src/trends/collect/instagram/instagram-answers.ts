import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';

// Only what is used, and open for more: a field that Meta adds changes nothing here.
const Id = Type.String({ pattern: '^[0-9A-Za-z_-]{1,64}$' });

/** Answer of `/ig_hashtag_search`; some guides show the bare object. */
export const HashtagAnswer = Compile(Type.Union([Type.Object({ data: Type.Array(Type.Object({ id: Id }), { minItems: 1 }) }), Type.Object({ id: Id })]));

/** Answer of `/{account}/recently_searched_hashtags`. */
export const RecentHashtagsAnswer = Compile(Type.Object({ data: Type.Array(Type.Object({ id: Id })) }));

/** Answer of `/{hashtag}/recent_media`. */
export const MediaAnswer = Compile(Type.Object({
  data: Type.Array(Type.Unknown()),
  paging: Type.Optional(Type.Object({ cursors: Type.Optional(Type.Object({ after: Type.Optional(Type.String()) })) })),
}));

const Count = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

const Media = Type.Object({
  id: Id,
  /** Such as `2026-11-29T08:15:00+0000`. */
  timestamp: Type.String(),
  caption: Type.Optional(Type.String()),
  /** Absent where its author hides it. */
  like_count: Type.Optional(Count),
  comments_count: Type.Optional(Count),
  media_type: Type.Optional(Type.String()),
  media_url: Type.Optional(Type.String()),
});
export type Media = Static<typeof Media>;
export const MediaEntry = Compile(Media);

/** Body of every error of the Graph API. */
export const GraphError = Compile(Type.Object({
  error: Type.Object({ code: Type.Integer(), error_subcode: Type.Optional(Type.Integer()), is_transient: Type.Optional(Type.Boolean()) }),
}));
