import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMediaPage } from './read-media-page.ts';

const pageOf = (...data: readonly unknown[]): unknown => ({ data, paging: { cursors: { after: 'next' } } });
const ENTRY = { id: '17900', timestamp: '2026-11-29T08:15:00+0000' };

it('reads what is told, and leaves out what is not', () => {
  expect(readMediaPage(pageOf(ENTRY, { id: '2', timestamp: '2026-11-29T08:15:00+0700', caption: 'Áo', like_count: 3, comments_count: 0, media_type: 'IMAGE', media_url: 'https://a.example/x.jpg' }), 'linen', 5)).toEqual({
    after: 'next',
    posts: [
      { source: 'instagram', tag: 'linen', postId: '17900', postedMs: Date.UTC(2026, 10, 29, 8, 15), seenMs: 5 },
      { source: 'instagram', tag: 'linen', postId: '2', postedMs: Date.UTC(2026, 10, 29, 1, 15), seenMs: 5, caption: 'Áo', likes: 3, comments: 0, imageUrl: 'https://a.example/x.jpg' },
    ],
  });
});

it.each([
  ['a video has no image', { ...ENTRY, media_type: 'VIDEO', media_url: 'https://a.example/x.mp4' }], ['an address that is none', { ...ENTRY, media_type: 'IMAGE', media_url: 'x' }],
])('%s', (_what, entry) => {
  expect(readMediaPage(pageOf(entry), 'linen', 5)?.posts[0]).not.toHaveProperty('imageUrl');
});

it('takes each post once, and those that are as documented beside others that are not', () => {
  expect(readMediaPage(pageOf(ENTRY, { ...ENTRY, like_count: 4 }, { id: 7 }, { ...ENTRY, id: 'x', timestamp: 'yesterday' }, { ...ENTRY, id: 'y', like_count: -1 }, 'z'), 'linen', 5)?.posts).toMatchObject([{ postId: '17900', likes: 4 }]);
});

it.each([[undefined], [null], ['data'], [{}], [{ data: {} }], [pageOf({ id: 7 })], [{ data: [], paging: { cursors: { after: 7 } } }]])('does not read %j', (json) => {
  expect(readMediaPage(json, 'linen', 5)).toBeUndefined();
});

it('an empty page is a page; without a cursor it is the last', () => {
  expect(readMediaPage({ data: [] }, 'linen', 5)).toEqual({ posts: [] });
  expect(readMediaPage({ data: [ENTRY], paging: { cursors: { after: '' } } }, 'linen', 5)).not.toHaveProperty('after');
});

it('never throws, and keeps no address of a person', () => {
  fc.assert(fc.property(fc.anything(), (json) => void readMediaPage(json, 'linen', 5)));
  const caption = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^@[a-z_.]{1,20}$/), fc.emailAddress()), { maxLength: 5 }).map((parts) => parts.join(' '));
  fc.assert(fc.property(caption, (text) => {
    const [post] = readMediaPage(pageOf({ ...ENTRY, caption: text }), 'linen', 5)?.posts ?? [];
    expect(post?.caption).not.toMatch(/@[\w]/);
    expect(post?.caption).not.toContain('\0');
    expect(post?.caption?.isWellFormed()).toBe(true);
  }));
});
